package rule

// maxDen bounds denominators and MaxWhole bounds what is counted, so that
// every product of the two fits into 64 bits and comparisons stay exact.
const maxDen = 10_000

// MaxWhole is the largest total that a clause is measured on: a million
// square kilometres in units of 0.01 m².
const MaxWhole = 100_000_000_000_000

// Fraction is an exact share between zero and one. Zero is of use to a limit only.
type Fraction struct {
	Num int64 `json:"num" rule:"required"`
	Den int64 `json:"den" rule:"required"`
}

// Comparison says whether exactly the fraction is enough.
type Comparison string

// The comparisons.
const (
	// MoreThan is strict: 过半数, 超过三分之二.
	MoreThan Comparison = "MORE_THAN"
	// AtLeast is inclusive: 半数以上, 三分之二以上 (Civil Code art. 1259).
	AtLeast Comparison = "AT_LEAST"
)

// Values lists every Comparison.
func (Comparison) Values() []string { return []string{"MORE_THAN", "AT_LEAST"} }

// valid reports whether the fraction is a share that a clause can ask for.
func (f Fraction) valid() bool {
	return f.Num > 0 && f.Den > 0 && f.Num <= f.Den && f.Den <= maxDen
}

// bounds reports whether the fraction is one that a limit can set: nothing,
// which is a veto, up to anything less than all.
func (f Fraction) bounds() bool {
	return f.Num >= 0 && f.Num < f.Den && f.Den <= maxDen
}

// kept reports whether got out of whole stays within the fraction.
func (f Fraction) kept(got, whole int64) bool { return got*f.Den <= whole*f.Num }

// most is the largest whole number that stays within the fraction of whole.
func (f Fraction) most(whole int64) int64 { return whole * f.Num / f.Den }

// reached reports whether got out of whole reaches the fraction. Nothing out
// of nothing reaches no fraction: a decision takes at least one voice.
func (f Fraction) reached(got, whole int64, by Comparison) bool {
	if got <= 0 {
		return false
	}
	if by == MoreThan {
		return got*f.Den > whole*f.Num
	}
	return got*f.Den >= whole*f.Num
}

// least is the smallest whole number that reaches the fraction of whole.
func (f Fraction) least(whole int64, by Comparison) int64 {
	product := whole * f.Num
	if by == MoreThan {
		return product/f.Den + 1
	}
	return max(1, (product+f.Den-1)/f.Den)
}

// missing is the smallest number by which got must grow to reach the fraction
// if the whole grows along with it, as it does when one who has not voted
// votes in favour. It reports false if no number would do.
func (f Fraction) missing(got, whole int64, by Comparison) (int64, bool) {
	if f.reached(got, whole, by) {
		return 0, true
	}
	short := whole*f.Num - got*f.Den
	gain := f.Den - f.Num
	switch {
	case gain == 0:
		return 1, short == 0 && by == AtLeast
	case by == MoreThan:
		return max(1, short/gain+1), true
	default:
		return max(1, (short+gain-1)/gain), true
	}
}
