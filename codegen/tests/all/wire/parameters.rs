//! Styles of parameters, constants, reserved headers, queries in paths, and versions of the API.

use azure_openai_core::{Credential, Endpoint, Pipeline};

use super::server::Server;
use crate::emission::wire_parameters::*;

async fn birds(options: BirdsFindBirdsOptions) -> super::server::Recorded {
    let server = Server::empty().await;
    Client::new(server.pipeline())
        .birds()
        .find_birds(options)
        .await
        .expect("a success");
    server.request().await
}

#[tokio::test]
async fn lists_in_the_query_have_their_delimiters() {
    let options = BirdsFindBirdsOptions::new()
        .with_colors(["red", "a,b"])
        .with_sizes([1, 2])
        .with_songs(["x y", "z"])
        .with_places([Some("ü".to_owned()), None, Some(String::new())]);
    let request = birds(options).await;
    assert_eq!(
        request.line(),
        "GET /base/birds?colors=red,a%2Cb&sizes=1|2&songs=x%20y%20z&places=%C3%BC&places=&places=&kind=bird"
    );
}

#[tokio::test]
async fn a_list_that_was_set_to_empty_is_sent_where_that_can_be_said() {
    let options = BirdsFindBirdsOptions::new()
        .with_colors(Vec::<String>::new())
        .with_x_rings(Vec::<String>::new())
        // Each item would be a pair of its own.
        .with_places(Vec::<Option<String>>::new());
    let request = birds(options).await;
    assert_eq!(request.line(), "GET /base/birds?colors=&kind=bird");
    assert_eq!(request.header("x-rings"), Some(""));
}

#[tokio::test]
async fn objects_in_the_query_are_deep_exploded_or_json() {
    let filter = Filter::new()
        .with_name("a b")
        .with_legs(FilterLegs::new().with_count(2));
    let page = A::new().with_number(3).with_size(10);
    let options = BirdsFindBirdsOptions::new()
        .with_filter(filter)
        .with_page(page)
        .with_where(Filter::new().with_name("n"));
    let request = birds(options).await;
    assert_eq!(
        request.line(),
        "GET /base/birds?filter%5Bname%5D=a%20b&filter%5Blegs%5D%5Bcount%5D=2&number=3&size=10\
         &where=%7B%22name%22%3A%22n%22%7D&kind=bird"
    );
}

#[tokio::test]
async fn cookies_and_headers_are_sent_and_reserved_headers_are_not_arguments() {
    let options = BirdsFindBirdsOptions::new()
        .with_session("s")
        .with_theme("dark")
        .with_x_rings(["a", "b"]);
    let request = birds(options).await;
    assert_eq!(request.line(), "GET /base/birds?kind=bird");
    assert_eq!(request.header("cookie"), Some("session=s; theme=dark"));
    assert_eq!(request.header("x-rings"), Some("a,b"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("authorization"), None);
}

#[tokio::test]
async fn paths_have_their_styles() {
    let server = Server::empty().await;
    Client::new(server.pipeline())
        .nests()
        .get_nest(&[1.5, -2.0])
        .await
        .unwrap();
    assert_eq!(server.request().await.line(), "GET /base/nests/1.5,-2");
    let server = Server::empty().await;
    let branch = ["a".to_owned(), "b.c".to_owned(), "d/e".to_owned()];
    Client::new(server.pipeline())
        .nests()
        .get_tree("oak", &branch)
        .await
        .unwrap();
    assert_eq!(server.request().await.line(), "GET /base/trees/;kind=oak/.a.b.c.d%2Fe");
}

#[tokio::test]
async fn objects_in_one_value_have_the_form_of_their_style() {
    let server = Server::empty().await;
    let wind = Wind::new("N").with_speed(0.1_f32).with_at("a,b");
    let options = BirdsFindFlightsOptions::new()
        .with_flat(wind.clone())
        .with_spaces(wind.clone())
        .with_pipes(wind.clone())
        .with_note("a b")
        .with_x_plain(wind.clone())
        .with_x_exploded(wind.clone())
        .with_x_json([Wind::new("S")]);
    let map = std::collections::BTreeMap::from([("x".to_owned(), 1), ("y".to_owned(), -2)]);
    Client::new(server.pipeline())
        .birds()
        .find_flights(&wind, &wind, &wind, &map, &wind, options)
        .await
        .unwrap();
    let request = server.request().await;
    assert_eq!(
        request.line(),
        "GET /base/flights/from,N,speed,0.1,at,a%2Cb/.from=N.speed=0.1.at=a%2Cb/;matrix=from,N,speed,0.1,at,a%2Cb/\
         x=1,y=-2/%7B%22from%22%3A%22N%22%2C%22speed%22%3A0.1%2C%22at%22%3A%22a%2Cb%22%7D\
         ?flat=from,N,speed,0.1,at,a%2Cb&spaces=from%20N%20speed%200.1%20at%20a%2Cb&pipes=from|N|speed|0.1|at|a%2Cb&note=a%20b"
    );
    assert_eq!(request.header("x-plain"), Some("from,N,speed,0.1,at,a,b"));
    assert_eq!(request.header("x-exploded"), Some("from=N,speed=0.1,at=a,b"));
    assert_eq!(request.header("x-json"), Some(r#"[{"from":"S"}]"#));
}

#[tokio::test]
async fn a_query_in_the_path_goes_on_and_raw_values_keep_their_slashes() {
    let server = Server::empty().await;
    let options = NestsListLeavesOptions::new().with_max_results(5);
    Client::new(server.pipeline())
        .nests()
        .list_leaves("a/b%2Fc", options)
        .await
        .unwrap();
    assert_eq!(
        server.request().await.line(),
        "GET /base/woods/a/b%2Fc/leaves?view=all&top=5"
    );
}

#[tokio::test]
async fn each_operation_has_its_version_or_none() {
    assert_eq!(API_VERSION, "2.0");
    let server = Server::empty().await;
    Client::new(server.pipeline()).versions().own_version().await.unwrap();
    assert_eq!(server.request().await.line(), "GET /base/versions/own?api-version=2.0");
    let server = Server::empty().await;
    Client::new(server.pipeline())
        .versions()
        .shared_version()
        .await
        .unwrap();
    assert_eq!(
        server.request().await.line(),
        "GET /base/versions/shared?api-version=1.0"
    );
    let server = Server::empty().await;
    Client::new(server.pipeline()).birds().find_birds(None).await.unwrap();
    assert_eq!(server.request().await.line(), "GET /base/birds?kind=bird");
}

#[test]
fn only_idempotent_methods_are_retried() {
    let is_idempotent = |id: &str| {
        let operation = OPERATIONS.iter().find(|operation| operation.id == id);
        operation.map(|operation| operation.is_idempotent())
    };
    assert_eq!(is_idempotent("find_birds"), Some(true));
    assert_eq!(is_idempotent("change_version"), Some(false));
}

#[tokio::test]
async fn operations_on_servers_of_their_own_go_there_or_to_their_path() {
    let server = Server::empty().await;
    Client::new(server.pipeline()).eggs().list_eggs().await.unwrap();
    assert_eq!(server.request().await.line(), "GET /v3/eggs");
    let usual = Endpoint::from_base_url("https://api.example.com/base").unwrap();
    let pipeline = Pipeline::builder()
        .with_endpoint(usual)
        .with_credential(Credential::none())
        .with_http_client(azure_openai_core::reqwest::Client::new());
    let request = Client::new(pipeline.build().unwrap()).eggs().list_eggs().into_request();
    assert_eq!(request.unwrap().url().as_str(), "https://eggs.example.com/v3/eggs");
}
