package demo

func huayuan(t *teller) {}
