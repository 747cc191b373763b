package schema

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// FloorArea is an area in 0.01 m². In the API it is written in m² with two
// decimals, such as "89.50".
type FloorArea int64

// ErrFloorArea reports a text that is not an area.
var ErrFloorArea = errors.New("an area is a text in m² with two decimals, such as \"89.50\"")

var floorAreaForm = regexp.MustCompile(`^[0-9]{1,12}\.[0-9]{2}$`)

// ParseFloorArea reads m² with exactly two decimals.
func ParseFloorArea(text string) (FloorArea, error) {
	if !floorAreaForm.MatchString(text) {
		return 0, ErrFloorArea
	}
	hundredths, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	return FloorArea(hundredths), err
}

func (a FloorArea) String() string { return fmt.Sprintf("%d.%02d", int64(a)/100, int64(a)%100) }

// MarshalGQL writes the area in m².
func (a FloorArea) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(a.String())) }

// UnmarshalGQL reads m² with two decimals; a number is refused, because a
// number may already have lost a digit on its way.
func (a *FloorArea) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return ErrFloorArea
	}
	parsed, err := ParseFloorArea(text)
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}
