package app

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// bar shows somebody at a terminal how far a long command has come. Where
// nobody looks it shows nothing.
type bar struct {
	out   io.Writer // nil where nobody looks
	shown int       // in hundredths; -1 before the first
}

func newBar(out io.Writer) *bar {
	b := &bar{shown: -1}
	if terminal(out) {
		b.out = out
	}
	return b
}

// terminal reports whether somebody may be looking.
func terminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// barWidth is how many characters the bar is long.
const barWidth = 40

// show draws the bar anew where it has moved.
func (b *bar) show(done, of int) {
	if b.out == nil || of == 0 || b.shown == done*100/of {
		return
	}
	b.shown = done * 100 / of
	full := b.shown * barWidth / 100
	fmt.Fprintf(b.out, "\r[%s%s] %3d%% %d/%d", strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), b.shown, done, of)
}

// end leaves the line of the bar.
func (b *bar) end() {
	if b.out != nil && b.shown >= 0 {
		fmt.Fprintln(b.out)
	}
}
