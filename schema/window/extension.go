package window

import (
	"time"

	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Extension puts the close of an open vote off.
type Extension struct {
	// Window is what holds now. Put off before so often: Used.
	Window
	Used int
	// To is the close that is to hold instead, announced at Now.
	To, Now time.Time
}

// Unlawful lists what stands in the way: that the announced close has come
// (TIME_IS_UP), that the new one is not later (NOT_LATER), that the close was
// put off as often as the bounds allow, without bounds never (EXTENSION_LIMIT),
// and that the vote would be open for too long (WINDOW_TOO_LONG).
func (e Extension) Unlawful(bounds *rule.Window) fault.Faults {
	var faults fault.Faults
	if !e.Now.Before(e.Closes) {
		faults = append(faults, fault.New(fault.TimeIsUp, "closesAt", e.Closes))
	}
	if !e.To.After(e.Closes) {
		faults = append(faults, fault.New(fault.NotLater, "closesAt", e.Closes))
	}
	most := 0
	if bounds != nil {
		most = bounds.Extensions
	}
	if e.Used >= most {
		faults = append(faults, fault.New(fault.ExtensionLimit, "most", most, "used", e.Used))
	}
	longer := Window{Opens: e.Opens, Closes: e.To}.Outside(bounds)
	if longer != nil && longer.Code == fault.WindowTooLong {
		faults = append(faults, longer)
	}
	return faults
}
