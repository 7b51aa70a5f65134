#!/usr/bin/env python3
"""Fits the confidence of beads to gold alignments, and tells how well it would fare on others.

usage: fit_confidence.py BEAD_FEATURES FOLDER [--write HEADER] [--markdown FILE]

BEAD_FEATURES is the program of that name that stands beside this script; FOLDER holds sets of gold
alignments. Two logistic regressions, one for pairs and one for null beads, are fitted by Newton's
method with a little ridge. Prints ten bins of reliability, the expected calibration error (ECE) and
the area under the ROC curve (AUC) by leave-one-document-out: each document is judged by weights
fitted without it, nor any other set's version of it. --write writes the weights of all documents as
align/detail/confidence_weights.h.

Null beads of little confidence are paired by the aligner; the regression is fitted to all that
there are before, and told for those that are left too.

A pair is right if all its segments stand in one gold row, a null bead if the gold has no
counterpart either. The gold of `rasaif` is not to be trusted where a row is one-sided: beads that
touch such a row are left out. Of its null beads only wrong ones remain, so figures without them are
printed as well.
"""
import argparse
import math
import pathlib
import subprocess
import sys

from evaluate import documents, sets

UNTRUSTED = {'rasaif'}
# Pulls weights towards 0 as the features' unit is one deviation. Left-out documents are about as
# likely from .5 to 10; from 20 on less so.
RIDGE = 10.0
KINDS = ('pair', 'null')  # that are fitted
NAMES = {'pair': 'pairs', 'null': 'nulls', 'left': 'nulls left'}
JUDGED = {'pair': 'pair', 'null': 'null', 'left': 'null'}  # by which regression


class Rows:
    """Which gold row each segment stands in."""

    def __init__(self, path):
        self.row, self.alone = {}, set()
        for number, line in enumerate(path.read_text().splitlines()):
            if not line.strip():
                continue
            sides = [[int(n) for n in side.strip().strip('[]').split(',') if n.strip()]
                     for side in line.split(':')[:2]]
            segments = [(side, n) for side, list_ in enumerate(sides) for n in list_]
            if all(sides):
                self.row.update((s, number) for s in segments)
            else:
                self.alone.update(segments)

    def judge(self, kind, segments):
        if kind != 'pair':
            return not any(s in self.row for s in segments)
        return len({self.row.get(s, s) for s in segments}) == 1


def read(program, folder):
    """{kind: [(set, document, is right, features), ...]}"""
    beads = {kind: [] for kind in JUDGED}
    for directory in sets(folder):
        pairs = documents(directory)
        files = [str(path) for _, source, target in pairs for path in (source, target)]
        run = subprocess.run([program, *files], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f'{program}: {run.stderr}')
        at = -1
        for line in run.stdout.splitlines():
            if line.startswith('#'):
                at += 1
                name = pairs[at][0]
                gold = Rows(directory / (name + '.gold'))
                continue
            kind, source, target, _, values = line.split('\t')
            segments = [(side, int(n)) for side, list_ in enumerate((source, target))
                        for n in list_.split(',') if n]
            if directory.name in UNTRUSTED and any(s in gold.alone for s in segments):
                continue
            beads[kind].append((directory.name, name, gold.judge(kind, segments),
                                [float(v) for v in values.split(',')]))
    return beads


def probability(weights, x):
    z = sum(w * v for w, v in zip(weights, x))
    return 1 / (1 + math.exp(-max(-35.0, min(35.0, z))))


def solve(matrix, right):
    """Gaussian elimination with pivoting."""
    n = len(right)
    rows = [row[:] + [b] for row, b in zip(matrix, right)]
    for k in range(n):
        pivot = max(range(k, n), key=lambda r: abs(rows[r][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for r in range(k + 1, n):
            factor = rows[r][k] / rows[k][k]
            for c in range(k, n + 1):
                rows[r][c] -= factor * rows[k][c]
    x = [0.0] * n
    for k in reversed(range(n)):
        x[k] = (rows[k][n] - sum(rows[k][c] * x[c] for c in range(k + 1, n))) / rows[k][k]
    return x


def fit(data, start=None, steps=30):
    """Weights, the intercept first, of (features with a leading 1, is right) pairs."""
    n = len(data[0][0])
    weights = start[:] if start else [0.0] * n
    for _ in range(steps):
        gradient = [-RIDGE * w * (k > 0) for k, w in enumerate(weights)]
        hessian = [[(RIDGE if k > 0 else 1e-6) * (k == c) for c in range(n)] for k in range(n)]
        for x, right in data:
            p = probability(weights, x)
            residual, curve = right - p, p * (1 - p)
            for k in range(n):
                gradient[k] += residual * x[k]
                if curve > 1e-7:
                    row, part = hessian[k], curve * x[k]
                    for c in range(k + 1):
                        row[c] += part * x[c]
        for k in range(n):
            for c in range(k + 1, n):
                hessian[k][c] = hessian[c][k]
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


class Scale:
    """Features with mean 0 and deviation 1, so that the ridge is the same for all."""

    def __init__(self, rows):
        n = len(rows)
        self.mean = [sum(column) / n for column in zip(*rows)]
        self.deviation = [math.sqrt(sum((v - m) ** 2 for v in column) / n)
                          for column, m in zip(zip(*rows), self.mean)]

    def __call__(self, row):
        return [1.0] + [(v - m) / d if d else 0.0
                        for v, m, d in zip(row, self.mean, self.deviation)]

    def undo(self, weights):
        slopes = [w / d if d else 0.0 for w, d in zip(weights[1:], self.deviation)]
        return weights[0] - sum(s * m for s, m in zip(slopes, self.mean)), slopes


def auc(judged):
    """The chance that a right bead has the higher probability; ties count half."""
    order = sorted(judged)
    rank_sum, at = 0.0, 0
    while at < len(order):
        end = at
        while end < len(order) and order[end][0] == order[at][0]:
            end += 1
        rank_sum += sum(right for _, right in order[at:end]) * (at + 1 + end) / 2
        at = end
    right = sum(r for _, r in judged)
    wrong = len(judged) - right
    return (rank_sum - right * (right + 1) / 2) / (right * wrong) if right and wrong else 1.0


def bins(judged):
    """(beads, mean probability, share that is right) of each tenth."""
    result = []
    for k in range(10):
        inside = [(p, r) for p, r in judged if min(9, int(p * 10)) == k]
        n = len(inside)
        result.append((n, sum(p for p, _ in inside) / n if n else 0,
                       sum(r for _, r in inside) / n if n else 0))
    return result


def ece(judged):
    return sum(n * abs(mean - share) for n, mean, share in bins(judged)) / len(judged)


def cross_validate(fitted, beads, scale, start):
    """(probability, is right) of every bead, by weights fitted to others without its document."""
    data = [(scale(values), right) for _, _, right, values in fitted]
    judged = [None] * len(beads)
    for name in sorted({bead[1] for bead in beads}):
        weights = fit([d for d, bead in zip(data, fitted) if bead[1] != name], start, 3)
        for at, (_, document, right, values) in enumerate(beads):
            if document == name:
                judged[at] = (probability(weights, scale(values)), right)
    return judged


def table(judged):
    lines = []
    for kind, name in NAMES.items():
        lines.append(f'| {name}: ' + f'ECE {ece(judged[kind]):.3f}, AUC {auc(judged[kind]):.3f}'
                     + ' | beads | mean confidence | right |')
        lines.append('|---|---:|---:|---:|')
        for k, (n, mean, share) in enumerate(bins(judged[kind])):
            cells = f'{mean:.3f} | {share:.3f}' if n else ' | '
            lines.append(f'| {k / 10:.1f} to {(k + 1) / 10:.1f} | {n} | {cells} |')
        lines.append('')
    return '\n'.join(lines)


HEADER = '''#pragma once

#include <array>

#include "align/confidence_features.h"

// Written by `tests/eval/fit_confidence.py`, which tells how they are fitted. Fitted on {counts}
// of {documents} documents of {sets}.

namespace muqabala::detail {{

/// A logistic regression on `ConfidenceFeatures`.
struct ConfidenceWeights {{
  double intercept;
  std::array<double, kConfidenceFeatures> slopes;
}};

inline constexpr ConfidenceWeights kPairWeights{{
    .intercept = {pair_intercept},
    .slopes = {{{pair_slopes}}}}};

inline constexpr ConfidenceWeights kNullWeights{{
    .intercept = {null_intercept},
    .slopes = {{{null_slopes}}}}};

}}  // namespace muqabala::detail
'''


def header(beads, fitted):
    number = '{:.4g}'.format
    fields = {
        'counts': ' and '.join(f'{len(beads[kind])} {kind}s' for kind in KINDS),
        'documents': len({bead[1] for kind in KINDS for bead in beads[kind]}),
        'sets': ', '.join(sorted({bead[0] for kind in KINDS for bead in beads[kind]})),
    }
    for kind in KINDS:
        intercept, slopes = fitted[kind]
        fields[f'{kind}_intercept'] = number(intercept)
        fields[f'{kind}_slopes'] = ', '.join(map(number, slopes))
    return HEADER.format(**fields)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('bead_features')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--write', type=pathlib.Path)
    parser.add_argument('--markdown', type=pathlib.Path)
    options = parser.parse_args()
    beads = read(options.bead_features, options.folder)
    fitted, judged = {}, {}
    scales, weights = {}, {}
    for kind in KINDS:
        scales[kind] = Scale([values for _, _, _, values in beads[kind]])
        weights[kind] = fit([(scales[kind](values), right) for _, _, right, values in beads[kind]])
        fitted[kind] = scales[kind].undo(weights[kind])
    for kind, by in JUDGED.items():
        judged[kind] = cross_validate(beads[by], beads[kind], scales[by], weights[by])
        print(f'{NAMES[kind]}: {len(beads[kind])}, ECE {ece(judged[kind]):.4f}, '
              f'AUC {auc(judged[kind]):.4f}')
        trusted = [j for j, bead in zip(judged[kind], beads[kind]) if bead[0] not in UNTRUSTED]
        print(f'  without {", ".join(UNTRUSTED)}: ECE {ece(trusted):.4f}, AUC {auc(trusted):.4f}')
        for name in sorted({bead[0] for bead in beads[kind]}):
            part = [j for j, bead in zip(judged[kind], beads[kind]) if bead[0] == name]
            mean, share = (sum(column) / len(part) for column in zip(*part))
            print(f'  {name:14} {len(part):5}  confidence {mean:.3f}  right {share:.3f}')
    print(table(judged))
    if options.markdown:
        options.markdown.write_text(table(judged))
    if options.write:
        options.write.write_text(header(beads, fitted))


if __name__ == '__main__':
    main()
