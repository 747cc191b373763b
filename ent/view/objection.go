package view

import (
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
)

// ObjectionOverdue reports whether an objection was not answered in time: it waits
// and its last day is over, or it was answered later than that.
func (p Present) ObjectionOverdue(o *db.Objection) bool {
	switch {
	case o.AnswerDueOn == nil:
		return false
	case o.AnsweredAt != nil:
		return day.Of(*o.AnsweredAt).After(*o.AnswerDueOn)
	default:
		return o.Status == schema.ObjectionStatusFiled && day.Of(p.store.Now()).After(*o.AnswerDueOn)
	}
}
