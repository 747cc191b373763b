package fault

// rollTexts are the refusals about rolls, deliveries and amendments.
var rollTexts = table{}
