package command_test

import (
	"context"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/library"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// shelf is a town that keeps documents.
type shelf struct {
	*town
	files *library.Directory
}

func eachShelf(t *testing.T, test func(s *shelf)) {
	t.Helper()
	eachTown(t, func(w *town) {
		s := &shelf{town: w, files: library.In(w.TempDir())}
		w.do.Keep(s.files)
		test(s)
	})
}

// piece puts a text into the library.
func (s *shelf) piece(text string) library.Piece {
	s.Helper()
	piece, err := s.files.Put(s.Context(), strings.NewReader(text), 64<<20)
	if err != nil {
		s.Fatal(err)
	}
	return piece
}

// file hands a text in for the community.
func (s *shelf) file(as context.Context, text string) ident.Document {
	s.Helper()
	p, err := s.do.RegisterDocument(as, command.RegisterDocumentInput{
		Name: "清册.csv", CommunityID: &ident.Area{ID: s.community}, Piece: s.piece(text),
	})
	return ident.Document{ID: done(s.town, p, err).DocumentID}
}

func TestRegisterDocument(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		owner := s.person("业主")
		in := command.RegisterDocumentInput{Name: "送达回执.pdf", CommunityID: &ident.Area{ID: s.community}, Piece: s.piece("%PDF-1.7")}
		made := once(s.town, func(o ent.Order) (*command.RegisterDocumentPayload, error) {
			same := in
			same.Order = o
			return s.do.RegisterDocument(s.as(owner), same)
		})
		row := get(s.town, s.store.Read().Document.Get, made.DocumentID)
		if row.MediaType != library.PDF || row.Size != 8 || row.Sha256 != in.Piece.SHA256 || row.UploadedByID == nil || *row.UploadedByID != owner {
			t.Errorf("registered as %+v", row)
		}
		with := func(change func(*command.RegisterDocumentInput)) command.RegisterDocumentInput {
			other := in
			change(&other)
			return other
		}
		refuses(s.town, s.do.RegisterDocument, []refusal[command.RegisterDocumentInput]{
			{"no name", s.as(owner), with(func(in *command.RegisterDocumentInput) { in.Name = " " }), []fault.Code{fault.Blank}, "name"},
			{"too long a name, for an estate", s.as(owner), with(func(in *command.RegisterDocumentInput) {
				in.Name, in.CommunityID = strings.Repeat("x", 201), &ident.Area{ID: s.estate}
			}), []fault.Code{fault.TooLong, fault.WrongKind}, "name"},
			{"no community", s.as(owner), with(func(in *command.RegisterDocumentInput) {
				in.CommunityID = &ident.Area{ID: ident.New(ident.KindArea, s.store.Now())}
			}), []fault.Code{fault.NotFound}, "communityId"},
		})
		if _, err := s.do.RegisterDocument(s.visitor, in); err != ent.ErrUnauthenticated {
			t.Errorf("a visitor was answered %v", err)
		}
	})
}

func TestWhoSeesDocuments(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		owner, neighbour := s.person("业主"), s.person("邻居")
		chair := s.officer("业委会主任", s.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, s.estate), schema.PostCategoryChair)
		shared := s.file(s.as(owner), "证明")
		p, err := s.do.RegisterDocument(s.as(owner), command.RegisterDocumentInput{Name: "草稿", Piece: s.piece("草稿")})
		own := ident.Document{ID: done(s.town, p, err).DocumentID}
		for name, c := range map[string]struct {
			as          context.Context
			shared, own bool
		}{
			"the owner":       {s.as(owner), true, true},
			"the registrar":   {s.registrar, true, false},
			"a neighbour":     {s.as(neighbour), false, false},
			"the chair":       {chair, false, false},
			"a visitor":       {s.visitor, false, false},
			"nobody, by node": {s.Context(), false, false},
		} {
			for id, want := range map[ident.ID]bool{shared.ID: c.shared, own.ID: c.own} {
				_, err := s.store.Read().Document.Get(c.as, id)
				if err != nil && !db.IsNotFound(err) {
					t.Fatal(err)
				}
				if (err == nil) != want {
					t.Errorf("%s is answered %v", name, err)
				}
			}
		}
	})
}
