#!/usr/bin/env python3
"""Makes a corpus of a collection with Apache Spark: RDD.pipe runs muqabala beside every executor.

usage: spark-submit spark.py [--parts N] [--learn-from N] DOCUMENTS OUT

DOCUMENTS is JSON Lines with texts (id, source_text, target_text ...), in any file system that Spark
reads. OUT is a folder that the driver and all executors see. muqabala, or what MUQABALA names, must
be installed on every node.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shlex
import subprocess

from pyspark.sql import SparkSession

MUQABALA = os.environ.get('MUQABALA', 'muqabala')
LANGUAGES = ['--source-lang', 'ar', '--target-lang', 'en']


def numbered(line_and_number):
    """A record with its place in the whole, which a partition does not know."""
    line, number = line_and_number
    return number, json.dumps(json.loads(line) | {'number': number}, ensure_ascii=False)


def sample_key(line):
    return hashlib.blake2b(str(json.loads(line)['id']).encode()).digest()


def pipe(lines, *words):
    """Every partition of `lines` through a process of muqabala; fails where it does."""
    # What a process needs of the environment, of which Spark gives it nothing by itself.
    environment = {name: os.environ[name] for name in ('PATH', 'HOME', 'XDG_CACHE_HOME')
                   if name in os.environ}
    command = shlex.join([MUQABALA, *map(str, words), *LANGUAGES])
    return lines.pipe(command, environment, checkCode=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('documents')
    parser.add_argument('out', type=pathlib.Path)
    parser.add_argument('--parts', type=int, default=8)
    parser.add_argument('--learn-from', type=int, default=1000)
    options = parser.parse_args()
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    spark = SparkSession.builder.appName('muqabala').getOrCreate()
    context = spark.sparkContext

    records = context.textFile(options.documents).filter(str.strip).zipWithIndex().map(numbered)

    # First pass. Every partition of the sample counts apart; the sum is the same for any number of
    # them, to the last bit.
    sample = records.values().takeOrdered(options.learn_from, key=sample_key)
    learned_parts = pipe(context.parallelize(sample, min(options.parts, len(sample))),
                         'lexicon', 'learn', '--manifest', '-', '--learn-from', 'all',
                         '--workers', 1)
    counts = []
    for part, lines in enumerate(learned_parts.glom().collect()):
        counts.append(options.out / f'{part}.counts')
        counts[-1].write_text(''.join(line + '\n' for line in lines), encoding='utf-8')
    learned = options.out / 'learned.counts'
    subprocess.run([MUQABALA, 'lexicon', 'merge', *counts, *LANGUAGES, '-o', learned], check=True)

    # Second pass. Partitions in order of the numbers, as 'corpus merge' wants them. One that fails
    # is tried again by Spark, as any other; one that is empty is no failure.
    partitions = records.repartitionAndSortWithinPartitions(options.parts).values()
    results = pipe(partitions, 'corpus', 'stream', '--allow-empty', '--workers', 1,
                   '--time-limit', 300, '--lexicon', learned)
    results.saveAsTextFile((options.out / 'parts').as_uri())
    spark.stop()

    parts = sorted((options.out / 'parts').glob('part-*'))
    subprocess.run([MUQABALA, 'corpus', 'merge', *parts, '-o', options.out / 'corpus'], check=True)


if __name__ == '__main__':
    main()
