#pragma once

#include "segment/quantities/mentions.h"

namespace muqabala {

/// A reading of each is the same number.
bool equal_value(const NumberMention& a, const NumberMention& b);

/// The values are one: equal, or half and 50 percent, 5 miles and 8 km.
bool same_value(const NumberMention& a, const NumberMention& b);

/// How well two numbers of one value fit; larger is better.
double fit(const NumberMention& a, const NumberMention& b);

/// How sure it is that two numbers of different values, that nothing else in their bead matches,
/// are meant to be one; 0 where their forms say nothing (`hundreds` and 12).
double clash(const NumberMention& a, const NumberMention& b);

/// How sure it is that a number without a counterpart is missing; 0 for what translators put in
/// other words: one, first, half, both.
double loss(const NumberMention& number);

/// `number` is one of the fields of `date`: its day, its year.
bool is_field_of(const NumberMention& number, const DateMention& date);

}  // namespace muqabala
