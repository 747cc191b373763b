package seat

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"
)

func TestEveryPresetIsSound(t *testing.T) {
	names, err := Presets()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"national", "beijing", "shanghai", "hangzhou", "yuetang", "nansha"} {
		if !slices.Contains(names, want) {
			t.Errorf("there is no preset %s", want)
		}
	}
	for _, name := range names {
		var loaded Preset
		if loaded, err = Load(name); err != nil {
			t.Fatal(err)
		}
		if loaded.Name.Chinese == "" || loaded.Name.English == "" || (loaded.Area == "") != (name == "national") {
			t.Errorf("%s is called %+v, for %q", name, loaded.Name, loaded.Area)
		}
		expect(t, loaded.Validate())
		expect(t, Merge(preset(t, "national"), loaded.Rules).Validate())

		var text []byte
		if text, err = json.Marshal(loaded.Rules); err != nil {
			t.Fatal(err)
		}
		var back Rules
		if err = json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, loaded.Rules) {
			t.Errorf("%s does not survive as JSON: %v", name, err)
		}
	}
}

func TestNoPreset(t *testing.T) {
	for _, name := range []string{"", "atlantis", "../presets/national", "national.json"} {
		if _, err := Load(name); !errors.Is(err, ErrNoPreset) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// What was not compared with a text says so. A preset of a city rests on
// texts only; the nation's also has what is customary everywhere.
func TestUnverifiedRulesAreMarked(t *testing.T) {
	want := map[string]bool{
		"PARTY_POST": true, "OC_ARREARS": true, "PROPERTY_STAFF": true, "OWNERS_SUPERVISION": true,
		"QUALITY_SUPERVISOR": true, "PART_TIME_SOURCE": true, "QUALITY_SUPERVISOR_SOURCE": true,
		"APPOINTMENT_PUBLICATION": true, "PARTY_BRANCH_QUARTERLY": true,
	}
	names, err := Presets()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, h := range heads(preset(t, name)) {
			if unverified := !h.Source.Verified(); unverified != (name == "national" && want[h.Code]) {
				t.Errorf("%s in %s is unverified: %v", h.Code, name, unverified)
			}
			if h.Source.Verified() && h.Source.VerifiedOn.Before(h.Source.TextDate) {
				t.Errorf("%s in %s was verified before its text was adopted", h.Code, name)
			}
		}
	}
}

func heads(r Rules) []Head {
	var all []Head
	for _, rule := range r.Eligibility {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Incompatibility {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Tenure {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Composition {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Ratios {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Publication {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Renewal {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Caretaker {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Filing {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Handover {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Ending {
		all = append(all, rule.Head)
	}
	for _, rule := range r.Meetings {
		all = append(all, rule.Head)
	}
	return all
}
