package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/notice"
	"sifang/schema/stage"
)

// reasonLimit is the greatest length of a reason or a note, in characters.
const reasonLimit = 2000

// given is text for what may be left out, but not be blank.
func given(field string, value *string, limit int) *fault.Fault {
	if value == nil {
		return nil
	}
	return text(field, *value, limit)
}

// at names the input field of a refusal, if there is one.
func at(f *fault.Fault, field ...any) *fault.Fault {
	if f == nil {
		return nil
	}
	return f.At(field...)
}

// lasts checks that a meeting ends after it starts.
func lasts(startsAt, endsAt time.Time) *fault.Fault {
	if endsAt.After(startsAt) {
		return nil
	}
	return fault.New(fault.EndsBeforeItStarts, "from", startsAt, "to", endsAt).At("endsAt")
}

// ahead checks that a meeting that is announced is not over.
func ahead(endsAt, now time.Time) *fault.Fault {
	if endsAt.After(now) {
		return nil
	}
	return fault.New(fault.MeetingIsOver, "endsAt", endsAt)
}

// acknowledged refuses what is missing in the call to a meeting, unless the
// caller says that they know.
func acknowledged(call notice.Call, known []schema.WarningCode) *fault.Fault {
	left := notice.Unacknowledged(call.Warnings(), known)
	if len(left) == 0 {
		return nil
	}
	return fault.New(fault.AcknowledgementReqd, "warnings", left,
		"noticeDays", call.Periods.NoticeDays, "given", call.Given(), "earliest", call.Earliest()).At("acknowledge")
}

func codes(warnings []schema.WarningCode) []string {
	texts := make([]string, len(warnings))
	for i, w := range warnings {
		texts[i] = string(w)
	}
	return texts
}

// directed locks a meeting, asks the mandate of those who direct it, and
// refuses a verb that its state does not allow. It answers the state that the
// verb leads to.
func directed(ctx context.Context, tx *ent.Tx, verb string, id ident.Meeting) (*db.Meeting, schema.MeetingStatus, mandate.Grant, error) {
	var none mandate.Grant
	m, err := need(ctx, lockedMeeting(tx, ent.Update), id.ID, "meetingId")
	if err != nil {
		return nil, "", none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, "", none, err
	}
	grant, err := may(ctx, tx, verb, m.ID, subject)
	if err != nil {
		return nil, "", none, err
	}
	next, wrong := stage.Meeting.Next(stage.Verb(verb), m.Status)
	return m, next, grant, refuse(wrong)
}

// unchanged refuses an edit of what somebody else edited meanwhile.
func unchanged(expected, current int) *fault.Fault {
	if expected == current {
		return nil
	}
	return fault.New(fault.VersionConflict, "expected", expected, "current", current).At("expectedVersion")
}
