package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/evaluation"
	"sifang/schema"
	"sifang/schema/ident"
)

// EvaluationSummary is what all who evaluated something think of it, in figures.
type EvaluationSummary struct {
	Count       int
	Grades      []*EvaluationGradeCount
	Satisfied   *int
	SatisfiedOf *int
}

// EvaluationGradeCount is how many gave a grade.
type EvaluationGradeCount struct {
	Grade schema.EvaluationGrade
	Count int
}

// fewest is how many have to evaluate something before figures are told: of fewer
// it could be guessed who said what.
const fewest = 3

// satisfying are the grades of those who are satisfied.
var satisfying = map[schema.EvaluationGrade]bool{
	schema.EvaluationGradeExcellent: true, schema.EvaluationGradeGood: true,
}

// Evaluations sum up what was said of resolutions. Everybody who sees a
// resolution sees the figures; who said what they do not tell.
func (p Present) Evaluations(ctx context.Context, resolutions []*db.Resolution) ([]*EvaluationSummary, error) {
	ids := make([]ident.ID, len(resolutions))
	for i, r := range resolutions {
		ids[i] = r.ID
	}
	var rows []struct {
		ResolutionID ident.ID               `json:"resolution_id"`
		Grade        schema.EvaluationGrade `json:"grade"`
		Count        int                    `json:"count"`
	}
	err := p.store.Read().Evaluation.Query().Where(evaluation.ResolutionIDIn(ids...)).
		GroupBy(evaluation.FieldResolutionID, evaluation.FieldGrade).Aggregate(db.Count()).Scan(ent.Unguarded(ctx), &rows)
	if err != nil {
		return nil, err
	}
	given := map[ident.ID]map[schema.EvaluationGrade]int{}
	for _, row := range rows {
		if given[row.ResolutionID] == nil {
			given[row.ResolutionID] = map[schema.EvaluationGrade]int{}
		}
		given[row.ResolutionID][row.Grade] = row.Count
	}
	all := make([]*EvaluationSummary, len(resolutions))
	for i, r := range resolutions {
		all[i] = summedUp(given[r.ID])
	}
	return all, nil
}

// summedUp tells how many gave each grade, unless they are too few.
func summedUp(given map[schema.EvaluationGrade]int) *EvaluationSummary {
	s, satisfied := &EvaluationSummary{}, 0
	for _, value := range schema.EvaluationGrade("").Values() {
		grade := schema.EvaluationGrade(value)
		s.Count += given[grade]
		s.Grades = append(s.Grades, &EvaluationGradeCount{Grade: grade, Count: given[grade]})
		if satisfying[grade] {
			satisfied += given[grade]
		}
	}
	if s.Count < fewest {
		return &EvaluationSummary{Count: s.Count}
	}
	s.Satisfied, s.SatisfiedOf = &satisfied, &s.Count
	return s
}
