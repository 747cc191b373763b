package printout

import "fmt"

// Rules are the rules by which the votes on an agenda are judged, each once.
func (s sheet) Rules() ([]any, error) {
	items, err := nodes(s.Subject["agendaItems"])
	if err != nil {
		return nil, err
	}
	var all []any
	met := map[string]bool{}
	for _, row := range items {
		item, _ := row.(map[string]any)
		votes, err := nodes(item["votes"])
		if err != nil {
			return nil, err
		}
		for _, row := range votes {
			vote, _ := row.(map[string]any)
			rule, _ := vote["rule"].(map[string]any)
			if edition := fmt.Sprint(rule["code"], rule["edition"]); !met[edition] {
				met[edition] = true
				all = append(all, rule)
			}
		}
	}
	return all, nil
}
