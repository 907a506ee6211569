//! Name, address, port.

use std::time::Duration;

use tokio::net::{TcpStream, lookup_host};

use super::report::Report;
use crate::failure::{Failure, Kind, Result};

const TIME: Duration = Duration::from_secs(5);

/// Whether the service can be reached.
pub(super) async fn check(report: &mut Report, url: &url::Url) -> Result<bool> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    if let Some(proxy) = proxy(url) {
        report.warning(
            "dns",
            &format!("left to the proxy that {proxy} names"),
            &format!("where the next checks fail, try without it: env -u {proxy} aoai doctor"),
        )?;
        return Ok(true);
    }
    let port = url.port_or_known_default().unwrap_or(443);
    let found = tokio::time::timeout(TIME, lookup_host((host.as_str(), port))).await;
    let addresses: Vec<_> = match found {
        Ok(Ok(addresses)) => addresses.collect(),
        Ok(Err(_)) | Err(_) => Vec::new(),
    };
    if addresses.is_empty() {
        let failure = Failure::new(Kind::Network, format!("`{host}` has no address")).advise(
            "check the spelling of the endpoint (Azure portal: Keys and Endpoint); a resource with a private endpoint \
             has an address in its own network only",
        );
        report.failed("dns", &failure)?;
        report.skipped(&["connection"])?;
        return Ok(false);
    }
    let texts: Vec<_> = addresses.iter().map(|address| address.ip().to_string()).collect();
    match host.parse::<std::net::IpAddr>() {
        Ok(_) => report.ok("dns", "not used: the endpoint is an address")?,
        Err(_) => report.ok("dns", format!("{host} is {}", texts.join(", ")))?,
    }
    let mut reason = String::new();
    for address in addresses {
        match tokio::time::timeout(TIME, TcpStream::connect(address)).await {
            Ok(Ok(_)) => {
                report.ok("connection", format!("{address} accepts connections"))?;
                return Ok(true);
            }
            Ok(Err(error)) => reason = format!("{address}: {error}"),
            Err(_) => reason = format!("{address} did not respond within 5 s"),
        }
    }
    let failure = Failure::new(Kind::Network, reason)
        .advise("check the network, firewall and VPN; where a proxy is needed, export HTTPS_PROXY");
    report.failed("connection", &failure)?;
    Ok(false)
}

/// The variable that names a proxy for the endpoint. `NO_PROXY` is not looked into: then the checks are the proxy's.
fn proxy(url: &url::Url) -> Option<&'static str> {
    let names: &[&str] = match url.scheme() {
        "https" => &["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"],
        _ => return None,
    };
    let set = |name: &&&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let no_proxy = ["NO_PROXY", "no_proxy"].iter().any(|name| set(&name));
    names.iter().find(set).copied().filter(|_| !no_proxy)
}
