package graph

//go:generate go run ./sdl
//go:generate go tool gqlgen generate
