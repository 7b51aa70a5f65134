// One page without scripts: plots are SVG in the text, each with its numbers in a table below, so
// that they can be read without seeing the picture. Nothing is loaded, and the page's own policy
// says so.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpus/collection/statistics.h"
#include "corpus/xml_text.h"

namespace muqabala {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Statistics of a collection</title>
<style>
:root { color-scheme: light dark; --paper: #faf9f6; --surface: #fff; --ink: #22252a; --faint: #5d6168;
  --line: #e3dfd7; --first: #2f5aa8; --second: #a83a16; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171b; --surface: #1c1f24; --ink: #e5e3de;
  --faint: #a3a8b1; --line: #2d3138; --first: #9dbdff; --second: #ff9d7c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 64rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", "Segoe UI", sans-serif; }
h1 { font-size: 1.375rem; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: 0 0 .5rem; color: var(--faint); font-size: .875rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 0 0 1rem; }
dl div, section { background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
dt { color: var(--faint); font-size: .8125rem; }
dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .75rem; }
svg { display: block; inline-size: 100%; block-size: auto; }
svg text { fill: var(--ink); font-size: 13px; }
svg .axis { fill: var(--faint); font-size: 12px; }
svg line { stroke: var(--line); }
.first { fill: var(--first); }
.second { fill: var(--second); }
summary { cursor: pointer; color: var(--faint); font-size: .875rem; }
:focus-visible { outline: 2px solid var(--first); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .125rem 1rem .125rem 0; text-align: start; font-weight: 400; }
td { text-align: end; }
thead th { color: var(--faint); }
</style>
</head>
<body>
<main>
<h1>Statistics of a collection</h1>
)";
constexpr std::string_view kFoot = "</div>\n</main>\n</body>\n</html>\n";

/// A number of things by what they are called.
struct Row {
  std::string name;
  std::vector<std::size_t> counts;  ///< one for each series of the plot
};

struct Plot {
  std::string_view id;
  std::string_view title;
  std::string_view what;                 ///< it shows, in a sentence
  std::vector<std::string_view> series;  ///< names, as many as each row has counts; at most two
  std::vector<Row> rows;
};

constexpr std::array<std::string_view, 2> kColours = {"first", "second"};

std::string escaped(std::string_view text) { return xml_text(text).text; }

/// 1234567 as people read it.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::size_t largest(const Plot& plot) {
  std::size_t most = 1;
  for (const Row& row : plot.rows)
    for (const std::size_t count : row.counts) most = std::max(most, count);
  return most;
}

double part(std::size_t count, std::size_t most) {
  return static_cast<double>(count) / static_cast<double>(most);
}

std::string svg_head(const Plot& plot, int width, int height) {
  return fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}\">\n", width,
                     height, plot.id);
}

/// Bars that lie, each beside its name.
std::string lying_bars(const Plot& plot) {
  constexpr int kWidth = 480;
  constexpr int kRow = 22;
  constexpr int kNames = 150;
  constexpr int kLongestBar = 240;
  const std::size_t most = largest(plot);
  const int height = std::max(1, static_cast<int>(plot.rows.size())) * kRow;
  std::string svg = svg_head(plot, kWidth, height);
  int y = 0;
  for (const Row& row : plot.rows) {
    const double length = std::max(1.0, kLongestBar * part(row.counts[0], most));
    fmt::format_to(std::back_inserter(svg),
                   "<text x=\"0\" y=\"{0}\">{1}</text><rect class=\"first\" x=\"{2}\" y=\"{3}\" "
                   "width=\"{4:.1f}\" height=\"14\"/><text x=\"{5:.1f}\" y=\"{0}\">{6}</text>\n",
                   y + 15, escaped(row.name), kNames, y + 4, length, kNames + length + 6,
                   grouped(row.counts[0]));
    y += kRow;
  }
  return svg + "</svg>\n";
}

/// Bars that stand on an axis from 0 to 1.
std::string standing_bars(const Plot& plot) {
  constexpr int kWidth = 480;
  constexpr int kTop = 20;
  constexpr int kTallest = 150;
  constexpr int kBottom = kTop + kTallest;
  const std::size_t most = largest(plot);
  const double step = static_cast<double>(kWidth) / static_cast<double>(plot.rows.size());
  const double bar = step * 0.8 / static_cast<double>(plot.series.size());
  std::string svg = svg_head(plot, kWidth, kBottom + 20);
  fmt::format_to(std::back_inserter(svg),
                 "<text class=\"axis\" x=\"0\" y=\"12\">{0}</text><line x1=\"0\" x2=\"{1}\" "
                 "y1=\"{2}\" y2=\"{2}\"/><line x1=\"0\" x2=\"{1}\" y1=\"{3}\" y2=\"{3}\"/>\n",
                 grouped(most), kWidth, kTop, kBottom);
  for (std::size_t i = 0; i < plot.rows.size(); ++i)
    for (std::size_t k = 0; k < plot.series.size(); ++k) {
      const double height = kTallest * part(plot.rows[i].counts[k], most);
      fmt::format_to(std::back_inserter(svg),
                     "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
                     "height=\"{:.1f}\"/>\n",
                     kColours[k],
                     step * (static_cast<double>(i) + 0.1) + bar * static_cast<double>(k),
                     kBottom - height, bar, height);
    }
  for (const int tick : {0, 1, 2, 3, 4}) {
    const char* anchor = tick == 0 ? "start" : tick == 4 ? "end" : "middle";
    fmt::format_to(std::back_inserter(svg),
                   "<text class=\"axis\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n",
                   kWidth * tick / 4, kBottom + 15, anchor, 0.25 * tick);
  }
  return svg + "</svg>\n";
}

std::string table_of(const Plot& plot) {
  std::string table = "<details><summary>Numbers</summary>\n<table>\n<thead><tr><th></th>";
  for (const std::string_view name : plot.series)
    table += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  table += "</tr></thead>\n<tbody>\n";
  for (const Row& row : plot.rows) {
    table += fmt::format("<tr><th scope=\"row\">{}</th>", escaped(row.name));
    for (const std::size_t count : row.counts) table += fmt::format("<td>{}</td>", grouped(count));
    table += "</tr>\n";
  }
  return table + "</tbody>\n</table>\n</details>\n";
}

std::string section_of(const Plot& plot, const std::string& svg) {
  std::string legend;
  for (std::size_t k = 0; plot.series.size() > 1 && k < plot.series.size(); ++k)
    legend += fmt::format(
        " <svg viewBox=\"0 0 10 10\" aria-hidden=\"true\" "
        "style=\"display:inline;inline-size:.7em\">"
        "<rect class=\"{}\" width=\"10\" height=\"10\"/></svg> {}",
        kColours[k], escaped(plot.series[k]));
  return fmt::format("<section>\n<h2 id=\"{}\">{}</h2>\n<p>{}{}</p>\n{}{}</section>\n", plot.id,
                     plot.title, plot.what, legend, svg, table_of(plot));
}

/// The largest first.
std::vector<Row> rows_of(const std::map<std::string, std::size_t>& counts) {
  constexpr std::size_t kMost = 16;
  std::vector<Row> rows;
  for (const auto& [name, count] : counts) rows.push_back({name, {count}});
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.counts[0] > b.counts[0]; });
  if (rows.size() > kMost) {
    Row others{"others", {0}};
    for (std::size_t i = kMost - 1; i < rows.size(); ++i) others.counts[0] += rows[i].counts[0];
    rows.resize(kMost - 1);
    rows.push_back(std::move(others));
  }
  return rows;
}

std::vector<Row> rows_of(std::initializer_list<Distribution> distributions) {
  std::vector<Row> rows;
  for (std::size_t bin = 0; bin < Distribution::kBins; ++bin) {
    const auto from = static_cast<double>(bin) / Distribution::kBins;
    Row row{fmt::format("{:.2f} to {:.2f}", from, from + 1.0 / Distribution::kBins), {}};
    for (const Distribution& distribution : distributions)
      row.counts.push_back(distribution.counts[bin]);
    rows.push_back(std::move(row));
  }
  return rows;
}

void write_figure(std::string_view name, const std::string& value, std::ostream& out) {
  out << "<div><dt>" << name << "</dt><dd>" << value << "</dd></div>\n";
}

void write_figures(const CollectionStatistics& all, std::ostream& out) {
  out << "<dl>\n";
  write_figure("Documents aligned", grouped(all.documents - all.failed()), out);
  write_figure("Documents failed", grouped(all.failed()), out);
  write_figure("Pairs kept", grouped(all.kept()), out);
  write_figure("Pairs rejected", grouped(all.pairs - all.kept()), out);
  write_figure("Segments of the originals", grouped(all.source.segments), out);
  write_figure("Segments of the translations", grouped(all.target.segments), out);
  write_figure("Words of the originals", grouped(all.source.words), out);
  write_figure("Words of the translations", grouped(all.target.words), out);
  write_figure("Originals covered", fmt::format("{:.1f} %", 100 * all.source.share()), out);
  write_figure("Translations covered", fmt::format("{:.1f} %", 100 * all.target.share()), out);
  write_figure("Omissions per 1,000 segments",
               fmt::format("{:.1f}", all.source.unmatched_per_thousand()), out);
  write_figure("Additions per 1,000 segments",
               fmt::format("{:.1f}", all.target.unmatched_per_thousand()), out);
  out << "</dl>\n";
}

}  // namespace

void write_statistics_page(const CollectionStatistics& statistics, std::ostream& out) {
  out << kHead;
  write_figures(statistics, out);
  out << "<div class=\"plots\">\n";
  const auto write_lying = [&](const Plot& plot) {
    if (!plot.rows.empty()) out << section_of(plot, lying_bars(plot));
  };
  const auto write_standing = [&](const Plot& plot) {
    out << section_of(plot, standing_bars(plot));
  };

  std::vector<Row> outcomes = rows_of(statistics.rejected);
  outcomes.insert(outcomes.begin(), {"kept", {statistics.kept()}});
  write_lying({"pairs",
               "What became of the pairs",
               "Kept, or rejected by the filter of that name.",
               {"pairs"},
               std::move(outcomes)});
  write_standing({"probability",
                  "How sure the pairs are",
                  "Pairs by the probability that they are right, rejected ones included.",
                  {"pairs"},
                  rows_of({statistics.probability})});
  write_standing({"coverage",
                  "How much has a counterpart",
                  "Documents by the share of their characters that has one:",
                  {"originals", "translations"},
                  rows_of({statistics.source.coverage, statistics.target.coverage})});
  write_lying({"beads",
               "How segments go together",
               "Segments of the original to segments of the translation.",
               {"beads"},
               rows_of(statistics.beads)});
  write_lying({"languages",
               "Languages",
               "Aligned documents by their languages.",
               {"documents"},
               rows_of(statistics.languages)});
  write_lying({"failures",
               "Why documents failed",
               "By the code of the reason; failures.tsv lists them.",
               {"documents"},
               rows_of(statistics.failures)});
  out << kFoot;
}

}  // namespace muqabala
