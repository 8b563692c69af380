using Microsoft.Extensions.Options;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Slack;

/// <summary>Validates settings that depend on each other. Each error names the setting and where its value comes from.</summary>
internal sealed class SlackOptionsValidation(IHostEnvironment environment, IOptions<ProtectionOptions> protection)
    : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        List<string> faults = options.IsOn
            ? [.. OfTheWayIn(options), .. OfTheToken(options), .. options.IsInstallable ? OfTheInstallation(options) : []]
            : [];
        if (!IsWebAddress(options.ApiBaseUrl))
        {
            faults.Add("Slack:ApiBaseUrl must be a web address, for example https://slack.com/api/.");
        }

        if (options.DepartmentSource is null)
        {
            faults.Add(
                "Set Slack:DepartmentFrom to UserGroups, to ProfileField: and the name of a custom profile field (ProfileField:Team), or "
                    + "to None.");
        }

        if (!options.HasWorkingHoursSource)
        {
            faults.Add(
                "Set Slack:WorkingHoursFrom to ProfileField: and the name of a custom profile field (ProfileField:Working hours), or to "
                    + "None.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfTheWayIn(SlackOptions options)
    {
        if (options.Mode is SlackMode.Http && string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            yield return "Set Slack:SigningSecret (the app's page, Basic Information, Signing Secret): without it no request can be told "
            + "from a forged one. "
                + "For Socket Mode, which needs none, set Slack:Mode=Socket.";
        }

        if (options.Mode is SlackMode.Socket && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            yield return "Set Slack:AppToken (the app's page, Basic Information, App-Level Tokens, xapp-… with connections:write): "
                + "Slack:Mode is Socket, and it opens the sockets.";
        }
    }

    private static IEnumerable<string> OfTheToken(SlackOptions options)
    {
        if (!options.IsInstallable && string.IsNullOrWhiteSpace(options.BotToken))
        {
            yield return "Set Slack:BotToken (the app's page, OAuth & Permissions, Bot User OAuth Token, xoxb-…), without which nothing "
            + "can be sent; "
                + "or, to serve several workspaces, Slack:ClientId and Slack:ClientSecret.";
        }

        if (options.IsInstallable && options.BotToken.Length > 0)
        {
            yield return "Remove Slack:BotToken: Slack:ClientId is set, so each workspace brings its own token when it installs the app.";
        }
    }

    private IEnumerable<string> OfTheInstallation(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "Set Slack:ClientId (the app's page, Basic Information, Client ID): Slack:ClientSecret is set, and without it "
                + "nobody can install the app.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Set Slack:ClientSecret (the app's page, Basic Information, Client Secret): Slack:ClientId is set, and without "
                + "it nobody can install the app.";
        }

        if (!IsWebAddress(options.PublicUrl) || (new Uri(options.PublicUrl) is { Scheme: not "https" } address && !address.IsLoopback))
        {
            yield return "Set Slack:PublicUrl to the https address at which people reach the bot: Slack sends those who install the app "
                + "back to it.";
        }

        if (!protection.Value.IsSet && !environment.IsDevelopment())
        {
            yield return "Set Protection:CertificateFile or Protection:KeyFile: with Slack:ClientId, tokens are kept in the database, and "
                + "one of them wraps the keys that seal them.";
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
