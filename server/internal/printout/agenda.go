package printout

import "fmt"

// vote is a vote on an agenda, and the item it is on.
type vote struct {
	Item, Vote map[string]any
}

// votes are those on the agenda of the meeting, in its order.
func (s sheet) votes() ([]vote, error) {
	items, err := nodes(s.Subject["agendaItems"])
	if err != nil {
		return nil, err
	}
	var all []vote
	for _, row := range items {
		item, _ := row.(map[string]any)
		votes, err := nodes(item["votes"])
		if err != nil {
			return nil, err
		}
		for _, row := range votes {
			one, _ := row.(map[string]any)
			all = append(all, vote{item, one})
		}
	}
	return all, nil
}

// Rules are the rules by which these are judged, each once.
func (s sheet) Rules() ([]any, error) {
	votes, err := s.votes()
	var all []any
	met := map[string]bool{}
	for _, v := range votes {
		rule, _ := v.Vote["rule"].(map[string]any)
		if edition := fmt.Sprint(rule["code"], rule["edition"]); !met[edition] {
			met[edition] = true
			all = append(all, rule)
		}
	}
	return all, err
}
