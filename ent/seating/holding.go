package seating

import (
	"slices"

	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// holding is a membership as the law looks at it on the day.
func (s surroundings) holding(row *db.Membership, on day.Date) seat.Holding {
	h := seat.Holding{
		ID: Original(row.ID, row.VersionOf), Member: member(row), Organization: s.organizations[row.OrganizationID],
		Kind: row.Kind, Mode: row.Mode, Status: row.Status, Held: Span(row.From, row.To),
		Source: known(row.SourceID), OnBehalfOf: s.organizations[known(row.OnBehalfOfID)],
		Post: s.posts[known(row.PostID)], Term: s.terms[known(row.TermID)],
	}
	// A suspension holds from the day it was entered. Before, the seat was held.
	if row.Status == schema.MembershipStatusSuspended && on.Before(day.Of(row.RecordedAt)) {
		h.Status = schema.MembershipStatusEffective
	}
	return h
}

// member is the person, or the organization, that belongs.
func member(row *db.Membership) ident.ID {
	if row.PersonID != nil {
		return *row.PersonID
	}
	return known(row.MemberOrganizationID)
}

func known(id *ident.ID) ident.ID {
	if id == nil {
		return ident.Nil
	}
	return *id
}

// Post is a post as the law looks at it.
func Post(row *db.Post) seat.Post {
	return seat.Post{
		ID: Original(row.ID, row.VersionOf), Category: row.Category, SeatKind: row.SeatKind,
		VotingRight: row.VotingRight, Capacity: row.Capacity,
	}
}

// Span is the period of a row.
func Span(from day.Date, to *day.Date) day.Span {
	span := day.Span{From: from}
	if to != nil {
		span.To = *to
	}
	return span
}

// unique is the list without repetitions, in an order that is the same each
// time.
func unique(ids []ident.ID) []ident.ID {
	ids = slices.SortedFunc(slices.Values(ids), func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
