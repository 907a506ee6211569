//! Lists as streams, over both schemes, against servers good and bad.

use std::collections::HashSet;
use std::sync::LazyLock;

use azure_openai_core::paging::{Continuation, List, Next};
use azure_openai_core::{ErrorKind, Json, Method, Operation, Request, RequestBuilder, reqwest};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json as value;

use crate::server::{Recorded, Server, json, reply};

static LIST: Operation = Operation::new("Things_List", Method::GET, "/things");

#[derive(Debug, Deserialize)]
struct Thing {
    id: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ByAfter {
    data: Vec<Thing>,
    last_id: Option<String>,
    has_more: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct ByLink {
    value: Vec<Thing>,
    #[serde(rename = "nextLink")]
    next_link: Option<String>,
}

impl azure_openai_core::FromJson for ByAfter {}

impl List for ByAfter {
    type Item = Thing;
    fn items(&self) -> &[Thing] {
        &self.data
    }
    fn into_items(self) -> Vec<Thing> {
        self.data
    }
    fn item_id(item: &Thing) -> Option<&str> {
        item.id.as_deref()
    }
    fn next(&self) -> Next<'_> {
        Next::After {
            has_more: self.has_more,
            last_id: self.last_id.as_deref(),
        }
    }
}

impl azure_openai_core::FromJson for ByLink {}

impl List for ByLink {
    type Item = Thing;
    fn items(&self) -> &[Thing] {
        &self.value
    }
    fn into_items(self) -> Vec<Thing> {
        self.value
    }
    fn item_id(item: &Thing) -> Option<&str> {
        item.id.as_deref()
    }
    fn next(&self) -> Next<'_> {
        Next::Link(self.next_link.as_deref())
    }
}

fn list<L: List>(server: &Server) -> RequestBuilder<Json<L>> {
    // Making an HTTP client takes long; without kept connections it serves every test's runtime.
    static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        builder.pool_max_idle_per_host(0).build().unwrap()
    });
    let pipeline = server.builder().with_http_client(HTTP.clone()).build().unwrap();
    RequestBuilder::new(&pipeline, Request::new(&LIST).query("limit", Some(&3)))
}

fn parameter(request: &Recorded, name: &str) -> Option<String> {
    let target = request.line().split(' ').nth(1).unwrap();
    let url = url(target);
    let found = url.query_pairs().find(|(other, _)| other == name);
    found.map(|(_, value)| value.into_owned())
}

fn url(target: &str) -> reqwest::Url {
    format!("http://host{target}").parse().unwrap()
}

/// Ids `0` to `n`, paged as the service does. `has_more` is seen or left out.
fn good(n: usize, page: usize, says_more: bool) -> impl Fn(usize, &Recorded) -> Vec<u8> {
    move |count, request| {
        let start = parameter(request, "after").map_or(0, |id| id.parse::<usize>().unwrap() + 1);
        let end = (start + page).min(n);
        let data: Vec<_> = (start..end).map(|id| value!({"id": id.to_string()})).collect();
        let body = value!({
            "data": data,
            "has_more": says_more.then_some(end < n),
            "last_id": null,
        });
        reply(200, &[("x-request-id", &format!("r-{count}"))], body.to_string())
    }
}

/// The same, by links; every other link is relative and every third has an api-version.
fn good_links(n: usize, page: usize) -> impl Fn(usize, &Recorded) -> Vec<u8> {
    move |count, request| {
        let start = parameter(request, "skip").map_or(0, |skip| skip.parse::<usize>().unwrap());
        let end = (start + page).min(n);
        let data: Vec<_> = (start..end).map(|id| value!({"id": id.to_string()})).collect();
        let origin = match count % 2 {
            0 => format!("http://{}", request.header("host").unwrap()),
            _ => String::new(),
        };
        let version = if count % 3 == 0 { "&api-version=v1" } else { "" };
        let link = (end < n).then(|| format!("{origin}/openai/things?skip={end}{version}"));
        json(&value!({"value": data, "nextLink": link}).to_string())
    }
}

fn ids(n: usize) -> Vec<String> {
    (0..n).map(|id| id.to_string()).collect()
}

async fn collected<L: List<Item = Thing>>(call: RequestBuilder<Json<L>>) -> (Vec<String>, Option<ErrorKind>) {
    let (mut found, mut items) = (Vec::new(), call.items());
    let mut failure = None;
    while let Some(item) = items.next().await {
        assert!(failure.is_none(), "it went on after an error");
        match item {
            Ok(item) => found.push(item.id.unwrap_or_default()),
            Err(error) => failure = Some(error.kind()),
        }
    }
    assert!(items.next().await.is_none());
    (found, failure)
}

fn run<T>(test: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(test)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_item_comes_once_and_in_order(n in 0_usize..20, page in 1_usize..8, says_more: bool) {
        run(async {
            let server = Server::start(good(n, page, says_more)).await;
            prop_assert_eq!(collected(list::<ByAfter>(&server)).await, (ids(n), None));
            let server = Server::start(good_links(n, page)).await;
            prop_assert_eq!(collected(list::<ByLink>(&server)).await, (ids(n), None));
            for request in server.requests() {
                let target = request.line().split(' ').nth(1).unwrap().to_owned();
                let versions = url(&target).query_pairs().filter(|(name, _)| name == "api-version").count();
                prop_assert_eq!(versions, 1, "{}", target);
                prop_assert_eq!(request.header("api-key"), Some(crate::server::KEY));
            }
            Ok(())
        })?;
    }

    /// A server that replies anything of a few pages, for ever: no list of it goes on for ever.
    #[test]
    fn paging_ends_whatever_the_server_sends(
        pages in prop::collection::vec(
            (prop::collection::vec(0_u8..6, 0..4), prop::option::of(any::<bool>()), 0_u8..5),
            1..6,
        ),
    ) {
        run(async {
            let by_after = pages.clone();
            let server = Server::start(move |count, _| {
                let (ids, has_more, last) = &by_after[count % by_after.len()];
                let data: Vec<_> = ids.iter().map(|id| match id {
                    0 => value!({"id": null}),
                    id => value!({"id": id.to_string()}),
                }).collect();
                let last = (*last > 0).then(|| last.to_string());
                json(&value!({"data": data, "has_more": has_more, "last_id": last}).to_string())
            }).await;
            collected(list::<ByAfter>(&server)).await;
            prop_assert!(server.requests().len() <= 12);

            let server = Server::start(move |count, _| {
                let (ids, more, link) = &pages[count % pages.len()];
                let data: Vec<_> = ids.iter().map(|id| value!({"id": id.to_string()})).collect();
                // Some links are new each time.
                let link = (*more != Some(false)).then(|| match link {
                    0 => format!("/openai/things?at={count}"),
                    link => format!("/openai/things?at=x{link}"),
                });
                json(&value!({"value": data, "nextLink": link}).to_string())
            }).await;
            collected(list::<ByLink>(&server)).await;
            prop_assert!(server.requests().len() <= 60, "{}", server.requests().len());
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn pages_are_fetched_when_asked_for_with_the_calls_settings_and_keep_their_heads() {
    let server = Server::start(good(7, 3, true)).await;
    let call = list::<ByAfter>(&server)
        .with_header("x-mine", "1")
        .with_query("purpose", "batch");
    let mut pages = call.pages();
    assert_eq!(server.requests().len(), 0);
    let mut seen = Vec::new();
    for asked in 1..=3 {
        let page = pages.next().await.unwrap().unwrap();
        assert_eq!(server.requests().len(), asked);
        seen.push((page.head().request_id().unwrap().to_owned(), page.items().len()));
    }
    assert!(pages.next().await.is_none());
    let heads: Vec<_> = seen.iter().map(|(id, items)| (id.as_str(), *items)).collect();
    assert_eq!(heads, [("r-0", 3), ("r-1", 3), ("r-2", 1)]);
    for request in server.requests() {
        assert_eq!(request.header("x-mine"), Some("1"));
        assert_eq!(parameter(&request, "purpose").as_deref(), Some("batch"));
        assert_eq!(parameter(&request, "limit").as_deref(), Some("3"));
    }
}

#[tokio::test]
async fn link_of_a_list_without_api_version_gets_the_clients_unless_it_has_one() {
    static LIST: Operation = Operation::new("Things_List", Method::GET, "/things").without_api_version();
    let server = Server::start(|count, _| {
        let link = ["/openai/things?skip=1", "/openai/things?api-version=v2"].get(count);
        json(&value!({"value": [], "nextLink": link}).to_string())
    })
    .await;
    let call = RequestBuilder::<Json<ByLink>>::new(&server.pipeline(), Request::new(&LIST));
    assert_eq!(collected(call).await, (Vec::new(), None));
    let versions: Vec<_> = server
        .requests()
        .iter()
        .map(|request| parameter(request, "api-version"))
        .collect();
    assert_eq!(versions, [None, Some("v1".to_owned()), Some("v2".to_owned())]);
}

#[tokio::test]
async fn list_resumes_from_a_continuation() {
    let server = Server::start(good(5, 2, true)).await;
    let mut pages = list::<ByAfter>(&server).pages();
    let next = pages.next().await.unwrap().unwrap().continuation().unwrap().clone();
    assert_eq!(next, Continuation::After("1".into()));
    let mut rest = list::<ByAfter>(&server).pages().starting_at(next);
    assert_eq!(rest.next().await.unwrap().unwrap().items()[0].id.as_deref(), Some("2"));

    let server = Server::start(good_links(5, 2)).await;
    let mut pages = list::<ByLink>(&server).pages();
    let next = pages.next().await.unwrap().unwrap().continuation().unwrap().clone();
    assert_eq!(format!("{next:?}"), "Link(..)");
    let mut rest = list::<ByLink>(&server).pages().starting_at(next);
    assert_eq!(
        rest.next().await.unwrap().unwrap().into_items()[0].id.as_deref(),
        Some("2")
    );
}

#[tokio::test]
async fn failed_page_ends_the_list_and_says_where() {
    let server = Server::start(|count, request: &Recorded| match count {
        1 => reply(503, &[], ""),
        _ => good(5, 2, true)(count, request),
    })
    .await;
    let mut pages = list::<ByAfter>(&server).pages();
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    assert!(pages.next().await.is_none());
    assert_eq!(pages.continuation(), Some(&Continuation::After("1".into())));
}

#[tokio::test]
async fn link_to_another_origin_is_refused() {
    let server = Server::start(|_, _: &Recorded| {
        json(r#"{"value":[{"id":"a"}],"nextLink":"http://localhost:1/openai/things?token=canary"}"#)
    })
    .await;
    let mut items = list::<ByLink>(&server).items();
    assert!(items.next().await.unwrap().is_ok());
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ForeignLink);
    assert!(!format!("{error} {error:?}").contains("canary"));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn server_that_ignores_after_ends_the_list_unless_it_said_that_there_are_more() {
    for (body, failure) in [
        (r#"{"data":[{"id":"a"},{"id":"b"}]}"#, None),
        (r#"{"data":[{"id":"a"},{"id":"b"}],"has_more":null}"#, None),
        (
            r#"{"data":[{"id":"a"},{"id":"b"}],"has_more":true}"#,
            Some(ErrorKind::Paging),
        ),
    ] {
        let server = Server::start(move |_, _: &Recorded| json(body)).await;
        let (found, failed) = collected(list::<ByAfter>(&server)).await;
        assert_eq!((found.len(), failed), (2, failure), "{body}");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn list_without_a_next_page_is_a_paging_error() {
    for (body, items) in [
        (r#"{"data":[{"id":"a"}],"has_more":true}"#, 1),
        (r#"{"data":[],"has_more":true,"last_id":"z"}"#, 0),
        (r#"{"data":[{}],"has_more":true}"#, 1),
    ] {
        let server = Server::start(move |_, _: &Recorded| json(body)).await;
        let (found, failure) = collected(list::<ByAfter>(&server)).await;
        assert_eq!((found.len(), failure), (items, Some(ErrorKind::Paging)), "{body}");
    }
    // Empty pages may stand between two, but not for ever.
    let server = Server::start(|count, _: &Recorded| {
        json(&value!({"value": [], "nextLink": format!("/openai/things?at={count}")}).to_string())
    })
    .await;
    let (_, failure) = collected(list::<ByLink>(&server)).await;
    assert_eq!(failure, Some(ErrorKind::Paging));
    assert_eq!(server.requests().len(), 17);
}

#[tokio::test]
async fn invalid_request_fails_once_as_a_stream() {
    let server = Server::start(good(5, 2, true)).await;
    let call = list::<ByAfter>(&server).with_header("x y", "1");
    let (_, failure) = collected(call).await;
    assert_eq!(failure, Some(ErrorKind::InvalidRequest));
    assert_eq!(
        server
            .requests()
            .iter()
            .map(Recorded::line)
            .collect::<HashSet<_>>()
            .len(),
        0
    );
}
