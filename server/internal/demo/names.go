package demo

import (
	"time"

	"sifang/schema"
	"sifang/schema/day"
)

// The people of the demo are invented: names are put together from common
// parts in a fixed order, so that the demo is the same each time.
var (
	surnames = []string{"林", "苏", "韩", "宋", "叶", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "余"}
	womens   = []string{"安宁", "若兰", "佳慧", "思琪", "雅静", "晓彤", "婉清", "春燕", "文秀", "海棠"}
	mens     = []string{"致远", "明哲", "建业", "思源", "浩然", "国栋", "家兴", "永康", "文博", "志诚", "景行"}
)

// invented is the nth invented person.
func invented(n int) (string, schema.Sex, day.Date) {
	sex, given := schema.SexMale, mens[n%len(mens)]
	if n%2 == 0 {
		sex, given = schema.SexFemale, womens[n/2%len(womens)]
	}
	born, _ := day.New(1950+n*7%45, time.Month(1+n*5%12), 1+n*11%28) // always a day of the calendar
	return surnames[n%len(surnames)] + given, sex, born
}
