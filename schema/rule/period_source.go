package rule

import "sifang/schema"

// PeriodSources tell where each number of some Periods stands; nil where nothing
// is stated.
type PeriodSources struct{ Notice, Publish, Publication, Objection *Source }

// PeriodSources are the sources of the Periods of a kind of meeting and a
// subject: for each number that of the set which decided it.
func (c Chain) PeriodSources(meeting schema.MeetingKind, subject string) PeriodSources {
	var all PeriodSources
	subjects := []string{"", subject}
	if subject == "" {
		subjects = subjects[:1]
	}
	for _, about := range subjects {
		for _, set := range c {
			for _, p := range set.Periods {
				if p.Meeting == meeting && p.Subject == about {
					all = all.overlaid(p.Periods, &set.Source)
				}
			}
		}
	}
	return all
}

func (s PeriodSources) overlaid(by Periods, source *Source) PeriodSources {
	for _, one := range []struct {
		stated int
		to     **Source
	}{
		{by.NoticeDays, &s.Notice}, {by.PublishWithinDays, &s.Publish},
		{by.PublicationDays, &s.Publication}, {by.ObjectionDays, &s.Objection},
	} {
		if one.stated > 0 {
			*one.to = source
		}
	}
	return s
}
