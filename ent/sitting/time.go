package sitting

import (
	"time"

	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
)

// Early refuses to open a meeting before the time for which it was announced:
// those who come in time would find that things were settled without them.
func Early(m *db.Meeting, now time.Time) *fault.Fault {
	if !now.Before(m.StartsAt) {
		return nil
	}
	return fault.New(fault.TooEarly, "startsAt", m.StartsAt)
}

// Unattended refuses attendance at a written meeting, which nobody attends.
func Unattended(m *db.Meeting) *fault.Fault {
	if m.Form != schema.MeetingFormWritten {
		return nil
	}
	return fault.New(fault.NoSitting)
}
