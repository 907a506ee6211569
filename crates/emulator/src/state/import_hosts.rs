//! Where files may be imported from.

use reqwest::Url;

/// Hosts that the owner allowed: `host`, or `host:port` for that port alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImportHosts(Vec<String>);

impl ImportHosts {
    pub(crate) fn allow(&mut self, host: &str) {
        self.0.push(host.trim().to_ascii_lowercase());
    }

    /// Passes if the host is allowed.
    pub(crate) fn check(&self, url: &Url) -> Result<(), String> {
        let host = url.host_str().unwrap_or_default();
        let with_port = format!("{host}:{}", url.port_or_known_default().unwrap_or_default());
        let allowed = |entry: &String| *entry == host || *entry == with_port;
        if !host.is_empty() && self.0.iter().any(allowed) {
            return Ok(());
        }
        Err(format!(
            "files are not imported from the host '{with_port}', because the owner of the emulator has not allowed it \
             (Builder::with_import_host)"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::ImportHosts;

    #[test]
    fn only_what_is_named_is_allowed() {
        let mut hosts = ImportHosts::default();
        hosts.allow("Data.Example");
        hosts.allow("127.0.0.1:8080");
        hosts.allow("[::1]");
        let check = |url: &str| hosts.check(&url.parse().unwrap()).is_ok();
        for url in [
            "https://data.example/x",
            "http://DATA.example:99/x",
            "http://127.0.0.1:8080",
            "http://127.1:8080/",
            "http://[::1]:1/",
        ] {
            assert!(check(url), "{url}");
        }
        for url in [
            "https://evil.example/",
            "https://data.example.evil/",
            "https://data.example@evil.example/",
            "http://127.0.0.1/",
            "http://127.0.0.1:8081/",
            "http://sub.data.example/",
            "file:///etc/passwd",
            "data:text/plain,x",
        ] {
            assert!(!check(url), "{url}");
        }
    }
}
