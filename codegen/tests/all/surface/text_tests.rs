use std::collections::BTreeMap;

use super::text::surface;

#[test]
fn a_line_an_operation_and_a_line_a_type() {
    let code = r#"
        pub const API_VERSION: &str = "1";
        pub const OPERATIONS: &[&Operation] = &[A];
        pub struct Client { pipeline: Pipeline }
        impl Client {
            pub fn new(pipeline: Pipeline) -> Self { Self { pipeline } }
            pub fn files(&self) -> files::FilesClient { todo!() }
        }
        pub struct FilesClient { pub(super) pipeline: Pipeline }
        impl FilesClient {
            pub fn list(&self, id: impl AsRef<str>, ids: &[String], options: impl Into<Option<FilesListOptions>>) -> RequestBuilder<Json<Vec<File>>> { todo!() }
        }
        #[non_exhaustive]
        pub struct File { pub type_: String, pub at: Option<i64>, pub extra: Extra }
        azure_openai_core::open_object!(File, sent { "type" => type_: constant("file"), "at" => at: optional read_only });
        azure_openai_core::fit_object!(File { "type": String = constant("file"), "at": i64 = optional });
        impl Default for File { }
        impl File { fn constant() {} pub fn new() -> Self { todo!() } }
        pub struct Lines(pub Vec<String>);
        #[non_exhaustive]
        pub enum State { On, Unknown(String) }
        open_enum!(State { On = "on", });
        #[non_exhaustive]
        pub enum Job { Big(BigJob), Unknown(Extra) }
        tagged_union!(Job, "kind" { Big(BigJob) = "big job", });
        impl From<BTreeMap<String, Vec<i64>>> for Job { }
        impl From<&str> for Job { }
        struct Hidden;
    "#;
    let files = BTreeMap::from([("mod.rs".to_owned(), code.to_owned())]);
    insta::assert_snapshot!(surface(&files).unwrap(), @r#"
    const API_VERSION: &str = "1"
    const OPERATIONS: &[&Operation]
    files().list(id: impl AsRef<str>, ids: &[String], options: impl Into<Option<FilesListOptions>>) -> Json<Vec<File>>
    Client {  } exhaustive new(pipeline)
    File { type_ ("type"): String, at: Option<i64>, … } new() default
    Job = Big(BigJob) ("big job") | Unknown(Extra) from &str, BTreeMap<String, Vec<i64>>
    Lines(Vec<String>) exhaustive
    State = On ("on") | Unknown(String)
    "#);
    assert!(surface(&BTreeMap::from([("a.rs".to_owned(), "fn".to_owned())])).is_err());
}
