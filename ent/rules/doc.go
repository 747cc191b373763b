// Package rules finds the rules that bind an organization on a day.
//
// They come in layers, and each one may replace or switch off single rules of
// those below it: what is customary; the law of the nation; the provinces,
// cities and districts the organization lies in, as far as their texts ship
// with the service; what was adopted for the areas it lies in; and at last the
// bylaws of the organizations it stands under, and its own.
//
// What ships with the service is found by the code of the division (GB/T 2260)
// that the register gives to an area: a street in Beijing has a code that
// begins with 11, and so the rules of Beijing.
package rules
