package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	"sifang/schema/ident"
)

// Document is a file: a scan, a receipt, a list to be taken in. Its bytes are
// kept beside the database under their fingerprint.
type Document struct{ ent.Schema }

func (Document) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindDocument}} }

func (Document) Fields() []ent.Field {
	return []ent.Field{
		words("name", "The name of the file (文件名)."),
		words("media_type", "What kind of file it is, such as application/pdf (文件类型)."),
		number("size", "Its length in bytes (大小)."),
		words("sha256", "Fingerprint of its bytes, in hexadecimal (文件指纹)."),
		instant("uploaded_at", "When it came in (上传时间).", ordered),
		ref("uploaded_by", optional),
	}
}

func (Document) Edges() []ent.Edge {
	return []ent.Edge{link("uploaded_by", Person.Type, "Who sent it (上传人).", optional)}
}

func (Document) Indexes() []ent.Index {
	return append(paths([]string{"uploaded_by"}, "uploaded_at"), index.Fields("sha256"))
}

func (Document) Annotations() []schema.Annotation {
	return nested("A file: a scan, a receipt, a list to be taken in (文件).")
}
