package tally

// buildings are the votes in each building, in the order of the roll, if it
// names any. Entries without a building stand under none, so that the parts add
// up to the whole. A count by hand does not tell where papers came from.
func (f *facts) buildings() []Building {
	if len(f.count.Sheets) > 0 {
		return nil
	}
	var all []Building
	at := map[string]int{}
	named := false
	for i := range f.lines {
		l, e := &f.lines[i], &f.count.Roll[i]
		if l.gone {
			continue
		}
		place, known := at[e.Building]
		if !known {
			place = len(all)
			at[e.Building] = place
			all = append(all, Building{Building: e.Building})
		}
		named = named || e.Building != ""
		all[place].Options.add(l.fate, Sum{Entries: 1, Weights: e.Weights})
	}
	if !named {
		return nil
	}
	return all
}
