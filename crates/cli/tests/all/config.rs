//! Profiles, credentials and global options.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use azure_openai_emulator::Emulator;

use crate::support::{Ran, Sandbox, finish};

struct Configured {
    sandbox: Sandbox,
    file: PathBuf,
}

fn configured(content: &str) -> Configured {
    let sandbox = Sandbox::with(Emulator::builder().api_key("canary-key-of-the-test"));
    let file = sandbox.path(".config/aoai/config.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, content.replace("ENDPOINT", sandbox.emulator().endpoint())).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    Configured { sandbox, file }
}

impl Configured {
    fn run(&self, arguments: &[&str]) -> Ran {
        let ran = finish(
            self.sandbox
                .bare(arguments)
                .env("WORK_KEY", "canary-key-of-the-test")
                .spawn()
                .unwrap(),
        );
        assert!(!format!("{ran:?}").contains("canary"), "{ran:?}");
        ran
    }
}

#[test]
fn profile_gives_endpoint_key_and_deployments() {
    let configured = configured(
        "default-profile = 'a'\n\
         [profiles.a]\nendpoint = 'ENDPOINT'\nkey-env = 'WORK_KEY'\ndeployments = { chat = 'gpt-4o' }\n\
         [profiles.b]\nendpoint = 'ENDPOINT'\nkey-command = 'echo canary-key-of-the-test'\n\
         [profiles.c]\nendpoint = 'ENDPOINT'\nkey-command = 'echo canary-wrong'\n\
         [profiles.d]\nendpoint = 'ENDPOINT'\nkey-command = 'echo canary; exit 3'\n",
    );
    configured.run(&["chat", "Hi"]).ok();
    configured.run(&["deployments", "--profile", "b"]).ok();
    let error = configured.run(&["chat", "Hi", "--profile", "b"]).fails(4);
    assert!(error.contains("`deployments.chat`"), "{error}");
    configured.run(&["deployments", "--profile", "c"]).fails(4);
    let error = configured.run(&["deployments", "--profile", "d"]).fails(4);
    assert!(
        error.contains("the command for the key failed (exit status: 3)"),
        "{error}"
    );
    let error = configured.run(&["deployments", "--profile", "e"]).fails(4);
    assert!(
        error.contains("no profile `e`") && error.contains("it has: a, b, c, d"),
        "{error}"
    );
}

#[test]
fn key_comes_from_the_keyring_of_the_system() {
    let configured = configured("[profiles.a]\nendpoint = 'ENDPOINT'\nkey-keyring = ['azure-openai', 'work']\n");
    let program = if cfg!(target_os = "macos") {
        "security"
    } else {
        "secret-tool"
    };
    let path = configured.sandbox.write(
        program,
        "#!/bin/sh\ncase \"$*\" in *azure-openai*work*) echo canary-key-of-the-test;; *) exit 1;; esac\n",
    );
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = configured.sandbox.bare(&["deployments"]);
    let paths = format!(
        "{}:{}",
        configured.sandbox.path("").display(),
        std::env::var("PATH").unwrap()
    );
    finish(command.env("PATH", paths).spawn().unwrap()).ok();
    let error = finish(
        configured
            .sandbox
            .bare(&["deployments"])
            .env("PATH", "/nowhere")
            .spawn()
            .unwrap(),
    )
    .fails(4);
    assert!(error.contains("cannot be started"), "{error}");
}

#[test]
fn file_that_others_can_read_is_refused() {
    let configured = configured("[profiles.a]\nendpoint = 'ENDPOINT'\nkey-env = 'WORK_KEY'\n");
    configured.run(&["deployments"]).ok();
    std::fs::set_permissions(&configured.file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let error = configured.run(&["deployments"]).fails(4);
    assert!(
        error.contains("has mode 0644") && error.contains("chmod 600"),
        "{error}"
    );
}

#[test]
fn key_in_the_file_is_refused_and_not_repeated() {
    let configured = configured("[profiles.a]\nendpoint = 'ENDPOINT'\nkey = 'canary'\n");
    let error = configured.run(&["deployments"]).fails(4);
    assert!(error.contains("line 3") && error.contains("key-command"), "{error}");
}

#[test]
fn missing_configuration_says_what_to_do() {
    let sandbox = Sandbox::embedded();
    let error = finish(sandbox.bare(&["deployments"]).spawn().unwrap()).fails(4);
    assert!(
        error.contains("AZURE_OPENAI_ENDPOINT is not set") && error.contains("--emulator"),
        "{error}"
    );
    let mut command = sandbox.bare(&["deployments"]);
    let error = finish(
        command
            .env("AZURE_OPENAI_ENDPOINT", "http://example.com")
            .env("AZURE_OPENAI_API_KEY", "k")
            .spawn()
            .unwrap(),
    )
    .fails(4);
    assert!(error.contains("https"), "{error}");
}

#[test]
fn help_has_examples_configuration_and_exit_codes() {
    let sandbox = Sandbox::embedded();
    let help = finish(sandbox.bare(&["--help"]).spawn().unwrap()).ok();
    for part in [
        "Examples:",
        "Configuration:",
        "Exit codes:",
        "--json prints one JSON object a line",
    ] {
        assert!(help.contains(part), "{part}");
    }
    finish(sandbox.bare(&[]).spawn().unwrap()).fails(2);
    finish(sandbox.bare(&["nonsense"]).spawn().unwrap()).fails(2);
    let error = finish(sandbox.bare(&["files", "put", "--json"]).spawn().unwrap()).fails(2);
    let error: serde_json::Value = serde_json::from_str(&error).unwrap();
    assert_eq!(
        (&error["error"]["kind"], &error["error"]["exit_code"]),
        (&"usage".into(), &2.into())
    );
}
