package demo

import (
	"sifang/schema"
	"sifang/schema/ident"
)

// place is a city in which an invented estate lies. The law of the place goes
// for the estate, by the codes of the divisions (GB/T 2260).
type place struct {
	province, city, district             string
	provinceCode, cityCode, districtCode string
}

// The places of the states, each for what its regulation asks for.
var (
	// Hangzhou bounds the window of a written vote and asks for a posting of candidates.
	hangzhou = place{"浙江省", "杭州市", "西湖区", "330000", "330100", "330106"}
	// Qingyuan has results posted for objections before they are final.
	qingyuan = place{"广东省", "清远市", "清城区", "440000", "441800", "441802"}
	// Shanghai keeps matters from a committee in its change-over.
	shanghai = place{"上海市", "上海市", "徐汇区", "310000", "310100", "310104"}
)

// district registers the divisions down to the district.
func (t *teller) district(p place) *ident.Area {
	province := t.division(schema.AreaKindProvince, p.province, p.provinceCode, nil)
	city := t.division(schema.AreaKindCity, p.city, p.cityCode, province)
	return t.division(schema.AreaKindDistrict, p.district, p.districtCode, city)
}
