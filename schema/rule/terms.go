package rule

import "sifang/schema"

var verbsChinese = map[Counted]string{For: "同意", Present: "到会", Participating: "参与表决", Against: "反对"}

var verbsEnglish = map[Counted]string{For: "be in favour", Present: "be present", Participating: "take part", Against: "be against"}

var unitsChinese = map[schema.Measure]string{
	schema.MeasureHeads: "人", schema.MeasureArea: "平方米", schema.MeasureParties: "方",
	schema.MeasureSeats: "席", schema.MeasureHouseholds: "户", schema.MeasureWeight: "票权",
}

var unitsEnglish = map[schema.Measure]struct{ one, many string }{
	schema.MeasureHeads:      {"person", "people"},
	schema.MeasureArea:       {"square metres", "square metres"},
	schema.MeasureParties:    {"party", "parties"},
	schema.MeasureSeats:      {"seat", "seats"},
	schema.MeasureHouseholds: {"household", "households"},
	schema.MeasureWeight:     {"weighted vote", "weighted votes"},
}

// basis words what a share is taken of. All seats of a linkage are its voting
// parties.
func basis(measure schema.Measure, base schema.Base) Text {
	if measure == schema.MeasureParties && base == schema.BaseAllSeats {
		return Text{Chinese: "参加表决的各方共", English: "that vote"}
	}
	return bases[base]
}

var bases = map[schema.Base]Text{
	schema.BaseOnRoll:           {Chinese: "名册所列共", English: "on the roll"},
	schema.BaseParticipating:    {Chinese: "参与表决的共", English: "that took part"},
	schema.BasePresent:          {Chinese: "到会的共", English: "present"},
	schema.BaseValid:            {Chinese: "投有效票的共", English: "with a valid ballot"},
	schema.BaseCastForOrAgainst: {Chinese: "表示同意或者反对的共", English: "cast for or against"},
	schema.BasePapersCast:       {Chinese: "收回表决票的共", English: "with a paper returned"},
	schema.BaseAllSeats:         {Chinese: "全体席位共", English: "there are in all"},
	schema.BaseIncumbents:       {Chinese: "现任成员共", English: "that are filled"},
	schema.BaseDue:              {Chinese: "应到会的共", English: "due to attend"},
}

func amongChinese(g *Group) string {
	if g == nil {
		return ""
	}
	return "仅就" + g.Title.Chinese + "而言，"
}
