package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sifang/schema"
	"sifang/schema/fault"
)

// cells are the cells of one line by what they mean.
type cells struct {
	*reading
	line   int
	text   [columnCount]string
	spoilt [columnCount]bool // told already, and so read as if it were right
}

// refuse tells what is wrong with a cell, unless nothing is.
func (c *cells) refuse(column Column, refusal *fault.Fault) {
	if refusal != nil && !c.spoilt[column] {
		c.list.Add(c.line, c.head.of(column), refusal)
	}
}

// needed refuses an empty cell of a column that the file has.
func (c *cells) needed(column Column) bool {
	if c.text[column] == "" && c.head.place[column] != absent {
		c.refuse(column, fault.New(fault.Blank))
	}
	return c.text[column] != ""
}

// read makes a row of a line. All that is wrong with it is told; whoever calls
// looks whether anything was.
func (r *reading) read(c *cells) Row {
	row := Row{Line: c.line, Use: schema.UnitUseDwelling, CountsForVoting: true, Voter: -1}
	c.place(&row)
	var bad *fault.Fault
	if c.text[Use] != "" {
		row.Use, bad = pick(c.text[Use], uses)
		c.refuse(Use, bad)
	}
	if c.needed(Area) {
		row.Area, bad = readArea(c.text[Area], r.limits)
		c.refuse(Area, bad)
	}
	if c.needed(AreaSource) {
		row.AreaSource, bad = pick(c.text[AreaSource], areaSources)
		c.refuse(AreaSource, bad)
	}
	if c.needed(DeliveryStatus) {
		row.DeliveryStatus, bad = pick(c.text[DeliveryStatus], deliveries)
		c.refuse(DeliveryStatus, bad)
	}
	c.counts(&row)
	c.owners(&row)
	return row
}

// place reads where the unit is. No two lines may mean the same one.
func (c *cells) place(row *Row) {
	row.Place = Place{Uniform(c.text[Building]), Uniform(c.text[Entrance]), Uniform(c.text[Number])}
	c.refuse(Building, short(row.Building, c.limits.Name))
	c.refuse(Entrance, short(row.Entrance, c.limits.Name))
	c.refuse(Number, short(row.Number, c.limits.Name))
	if !c.needed(Number) || c.spoilt[Building] || c.spoilt[Entrance] {
		return
	}
	if before, again := c.seen[row.Place]; again {
		c.refuse(Number, fault.New(fault.ImportRepeated, "line", before))
		return
	}
	c.seen[row.Place] = c.line
}

// counts reads whether the unit carries votes. Parking spaces do only where the
// bylaws say so, so the file has to say it of each.
func (c *cells) counts(row *Row) {
	if c.text[CountsForVoting] != "" {
		var bad *fault.Fault
		row.CountsForVoting, bad = pick(c.text[CountsForVoting], answers)
		c.refuse(CountsForVoting, bad)
	} else if row.Use == schema.UnitUseParking {
		c.refuse(CountsForVoting, fault.New(fault.FieldNeeded, "kind", fault.Words{Chinese: "车位", English: "a parking space"}, "field", CountsForVoting.words()))
	}
}

// owners reads whose the unit is, and who of them votes for it.
func (c *cells) owners(row *Row) {
	if c.text[FirstOwner] == "" {
		for _, column := range []Column{IDSuffix, CoOwners, DesignatedVoter} {
			if c.text[column] != "" && !c.spoilt[FirstOwner] {
				c.refuse(column, fault.New(fault.ImportOwnerNeeded))
			}
		}
		return
	}
	row.Owners = []Owner{c.first()}
	c.others(row)
	for _, o := range row.Owners {
		if o.Suffix != "" {
			c.suffixed[o.Name] = true
		}
	}
	if c.text[DesignatedVoter] != "" {
		row.Voter = c.voter(row.Owners)
	}
}

// first reads the owner.
func (c *cells) first() Owner {
	var bad *fault.Fault
	o := Owner{}
	if c.text[OwnerKind] != "" {
		o.Organization, bad = pick(c.text[OwnerKind], ownerKinds)
		c.refuse(OwnerKind, bad)
	}
	if o.Organization {
		o.Name = Named(c.text[FirstOwner])
		c.refuse(FirstOwner, somebody(o.Name))
		c.refuse(FirstOwner, short(o.Name, c.limits.Name))
		if c.text[IDSuffix] != "" {
			c.refuse(IDSuffix, fault.New(fault.FieldUnused, "kind", fault.Words{Chinese: "单位", English: "an organization"}, "field", IDSuffix.words()))
		}
		return o
	}
	o = c.person(FirstOwner, c.text[FirstOwner])
	if c.text[IDSuffix] == "" {
		return o
	}
	given, ok := suffix(c.text[IDSuffix])
	switch {
	case !ok:
		c.refuse(IDSuffix, fault.New(fault.ImportIDNumber))
	case o.Suffix != "" && o.Suffix != given:
		c.refuse(IDSuffix, fault.New(fault.UnknownValue, "value", given, "allowed", o.Suffix))
	}
	o.Suffix = given
	return o
}

// coOwnersMost is how many co-owners one unit may have besides its first
// owner; larger communities of heirs are registered by hand.
const coOwnersMost = 50

// others reads the co-owners, who are persons.
func (c *cells) others(row *Row) {
	names := strings.FieldsFunc(c.text[CoOwners], func(r rune) bool { return strings.ContainsRune("、;；", r) })
	if len(names) > coOwnersMost {
		c.refuse(CoOwners, fault.New(fault.TooMany, "limit", coOwnersMost, "count", len(names)))
		return
	}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		o := c.person(CoOwners, name)
		if slices.Contains(row.Owners, o) {
			c.refuse(CoOwners, fault.New(fault.ListedTwice))
		}
		row.Owners = append(row.Owners, o)
	}
}

// The last digits of a document behind a name, and a number that is more than
// that.
var (
	endsInSuffix = regexp.MustCompile(`^(.+?) *\(([0-9]{2,5}[0-9Xx])\)$`)
	suffixForm   = regexp.MustCompile(`^[0-9]{2,5}[0-9X]$`)
	identity     = regexp.MustCompile(`[0-9]{7,}`)
)

// suffix is the last digits of a document, and whether they are no more.
func suffix(text string) (string, bool) {
	text = strings.ToUpper(norm.NFKC.String(text))
	return text, suffixForm.MatchString(text)
}

// parentheses of either width are the same.
var parentheses = strings.NewReplacer("（", "(", "）", ")")

// split is a name as it is written, taken apart: 张三(1234) is 张三 with 1234.
func split(text string) Owner {
	if parts := endsInSuffix.FindStringSubmatch(parentheses.Replace(text)); parts != nil {
		return Owner{Name: Named(parts[1]), Suffix: strings.ToUpper(parts[2])}
	}
	return Owner{Name: Named(text)}
}

// person reads a person's name, which may have the last digits of a document
// behind it.
func (c *cells) person(column Column, text string) Owner {
	o := split(text)
	if identity.MatchString(norm.NFKC.String(text)) {
		c.refuse(column, fault.New(fault.ImportIDNumber))
	}
	c.refuse(column, somebody(o.Name))
	c.refuse(column, short(o.Name, c.limits.PersonName))
	return o
}

// nobody are the words with which lists fill cells that ought to be empty. Taken
// for a name, one of them would be the owner of every unsold flat.
var nobody = []string{"无", "暂无", "未知", "不详", "待定", "空", "空置", "none", "unknown", "n/a", "null"}

// somebody refuses what names nobody.
func somebody(name string) *fault.Fault {
	if strings.IndexFunc(name, unicode.IsLetter) >= 0 && !slices.Contains(nobody, strings.ToLower(name)) {
		return nil
	}
	return fault.New(fault.ImportNotAName, "value", name)
}

// voter finds the designated voter among the owners: written as they are, or by
// a name that only one of them has.
func (c *cells) voter(owners []Owner) int {
	wanted := split(c.text[DesignatedVoter])
	found := -1
	for i, o := range owners {
		if o.Name != wanted.Name || wanted.Suffix != "" && o.Suffix != wanted.Suffix {
			continue
		}
		if found >= 0 {
			found = -1
			break
		}
		found = i
	}
	if found < 0 {
		c.refuse(DesignatedVoter, fault.New(fault.ImportVoterNotOwner))
	}
	return found
}
