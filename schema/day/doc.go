// Package day counts days the way the law does: on which day a notice period
// is full, until when an owner may go to court, how old somebody is, whether
// a post was held on a given day.
//
// The rules are those of the Civil Code, articles 200 to 204. The day on which
// something happens is not counted; a period in months or years ends on the
// corresponding day, or on the month's last day where there is none; the last
// day ends at 24:00 or at closing time, and moves on when it is a legal day of
// rest. Which days are, the State Council announces year by year; its notices
// come with the package, and a register may hold later ones.
//
// A [Date] is a day of the calendar without a clock. Where an instant has to
// become a day, it becomes the day in China, which keeps one civil time
// (UTC+8) throughout the country and has had no summer time since 1991. Nothing
// here asks what day it is: the day comes in as a value.
package day
