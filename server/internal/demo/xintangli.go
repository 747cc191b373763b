package demo

func xintangli(t *teller) {}
