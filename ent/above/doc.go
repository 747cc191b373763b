// Package above finds of what areas are parts, and under which organizations
// organizations stand, up to the highest there is.
//
// However many it is asked about, it reads them a level at a time: the levels
// of a country are few, the areas on them many.
package above
