package printout

import (
	"fmt"
	"html/template"
	"image/color"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// quiet is the white margin that readers need around a code, in modules
// (ISO/IEC 18004).
const quiet = 4

// code draws a text as a QR code of vectors, which stays sharp at any size. A
// quarter of it may be lost to dirt and folds.
func code(text string) (template.HTML, error) {
	drawn, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return "", err
	}
	var path strings.Builder
	size := drawn.Bounds().Dx()
	for y := range size {
		for x := 0; x < size; x++ {
			start := x
			for x < size && drawn.At(x, y) == color.Black {
				x++
			}
			if x > start {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", start, y, x-start, x-start)
			}
		}
	}
	whole := size + 2*quiet
	// Only numbers of our own go into the markup.
	return template.HTML(fmt.Sprintf( //nolint:gosec
		`<svg class="qr" viewBox="-%d -%d %d %d" role="img" aria-label="二维码" shape-rendering="crispEdges"><path fill="#fff" d="M-%[1]d-%[1]dh%[3]dv%[3]dh-%[3]dz"/><path d="%[5]s"/></svg>`,
		quiet, quiet, whole, whole, path.String())), nil
}
