//! The credential that environment variables choose.

use azure_openai_core::{Endpoint, Error};

use super::{
    Entra, UserAssignedId, azure_cli, azure_developer_cli, client_secret, developer_tools, managed_identity,
    user_assigned_identity, workload_identity,
};

/// Chooses one of Azure's credentials, in the cloud of the endpoint; `None` where no variable points to any. `set`
/// reads a variable and takes an empty one as unset.
pub(crate) fn from_env(endpoint: &Endpoint, set: &dyn Fn(&str) -> Option<String>) -> Result<Option<Entra>, Error> {
    let choice = set("AZURE_TOKEN_CREDENTIALS");
    let entra = match choice.as_deref().map(str::trim) {
        None => deployed(set).or_else(|| set("IDENTITY_ENDPOINT").map(|_| managed(set))),
        Some(choice) => Some(match choice.to_ascii_lowercase().as_str() {
            "prod" => deployed(set).unwrap_or_else(|| managed(set)),
            "dev" => developer_tools(),
            "environmentcredential" => environment(set).ok_or_else(|| {
                Error::invalid_request(
                    "AZURE_TOKEN_CREDENTIALS is EnvironmentCredential, which needs AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET",
                )
            })?,
            "workloadidentitycredential" => workload_identity(),
            "managedidentitycredential" => managed(set),
            "azureclicredential" => azure_cli(),
            "azuredeveloperclicredential" => azure_developer_cli(),
            _ => {
                return Err(Error::invalid_request(
                    "AZURE_TOKEN_CREDENTIALS is not one of prod, dev, EnvironmentCredential, WorkloadIdentityCredential, ManagedIdentityCredential, AzureCliCredential, AzureDeveloperCliCredential",
                ));
            }
        }),
    };
    Ok(entra.map(|entra| entra.with_scope(scope(endpoint))))
}

/// Credentials that have variables of their own.
fn deployed(set: &dyn Fn(&str) -> Option<String>) -> Option<Entra> {
    environment(set).or_else(|| set("AZURE_FEDERATED_TOKEN_FILE").map(|_| workload_identity()))
}

fn environment(set: &dyn Fn(&str) -> Option<String>) -> Option<Entra> {
    Some(client_secret(
        set("AZURE_TENANT_ID")?,
        set("AZURE_CLIENT_ID")?,
        set("AZURE_CLIENT_SECRET")?,
    ))
}

fn managed(set: &dyn Fn(&str) -> Option<String>) -> Entra {
    match set("AZURE_CLIENT_ID") {
        Some(id) => user_assigned_identity(UserAssignedId::ClientId(id)),
        None => managed_identity(),
    }
}

/// The scope in the cloud of the endpoint. Source: the clouds' domains for Azure AI services.
fn scope(endpoint: &Endpoint) -> &'static str {
    let host = endpoint.origin();
    if host.ends_with(".azure.us") {
        "https://cognitiveservices.azure.us/.default"
    } else if host.ends_with(".azure.cn") {
        "https://cognitiveservices.azure.cn/.default"
    } else {
        super::SCOPE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: [(&str, &str); 3] = [
        ("AZURE_TENANT_ID", "tenant"),
        ("AZURE_CLIENT_ID", "client"),
        ("AZURE_CLIENT_SECRET", "secret"),
    ];

    fn chosen(variables: &[(&str, &str)]) -> Result<Option<&'static str>, Error> {
        let endpoint = Endpoint::parse("https://r.openai.azure.com").unwrap();
        let set = |name: &str| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Ok(from_env(&endpoint, &set)?.map(|entra| entra.name))
    }

    #[test]
    fn variables_choose_the_credential() {
        let choose = |choice| ("AZURE_TOKEN_CREDENTIALS", choice);
        let file = ("AZURE_FEDERATED_TOKEN_FILE", "/var/run/token");
        let identity = ("IDENTITY_ENDPOINT", "http://localhost:1/token");
        type Case<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let cases: [Case<'_>; 12] = [
            (&[], None),
            (&APP[..2], None),
            (&APP, Some("the client secret")),
            (&[file, APP[0], APP[1]], Some("the workload identity")),
            (&[file, APP[0], APP[1], APP[2]], Some("the client secret")),
            (&[identity], Some("the managed identity")),
            (&[identity, file], Some("the workload identity")),
            (&[choose("prod")], Some("the managed identity")),
            (&[choose("prod"), file], Some("the workload identity")),
            (&[choose("DEV"), identity], Some("the developer tools")),
            (&[choose("AzureCliCredential"), file], Some("the Azure CLI")),
            (
                &[choose("ManagedIdentityCredential"), file],
                Some("the managed identity"),
            ),
        ];
        for (variables, expected) in cases {
            assert_eq!(chosen(variables).unwrap(), expected, "{variables:?}");
        }
        for choice in ["EnvironmentCredential", "Whatever"] {
            let error = chosen(&[choose(choice)]).unwrap_err().to_string();
            assert!(error.contains("AZURE_TOKEN_CREDENTIALS"), "{error}");
        }
    }

    #[test]
    fn scope_follows_the_cloud_of_the_endpoint() {
        for (url, expected) in [
            ("https://r.openai.azure.com", super::super::SCOPE),
            ("https://gateway.example.com/ai", super::super::SCOPE),
            (
                "https://r.openai.azure.us",
                "https://cognitiveservices.azure.us/.default",
            ),
            (
                "https://r.openai.azure.cn",
                "https://cognitiveservices.azure.cn/.default",
            ),
        ] {
            assert_eq!(scope(&Endpoint::parse(url).unwrap()), expected);
        }
    }
}
