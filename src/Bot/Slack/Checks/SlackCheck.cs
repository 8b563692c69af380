using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack.Checks;

/// <summary>Checks that Slack accepts the configured tokens.</summary>
internal sealed class SlackCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Slack";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        var api = services.GetRequiredService<SlackApi>();
        if (!options.IsInstallable)
        {
            IReadOnlyCollection<string> granted = SlackScopes.All;
            yield return await TestAsync(
                async () =>
                {
                    var us = await api.With(options.BotToken).TestAuthAsync(cancellationToken);
                    granted = us.Scopes;
                    return $"the token is good for the team {us.Team} ({us.TeamId})";
                },
                "Copy the Bot User OAuth Token (the app's page, OAuth & Permissions) into Slack:BotToken; install the app to the "
                    + "workspace if there is none.");
            if (SlackScopes.All.Except(granted, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            {
                yield return new Finding.Problem(
                    $"the token lacks {string.Join(", ", missing)}",
                    "Copy infra/slack/manifest.yaml into the app's page (App Manifest) and install the app to the workspace again.");
            }
        }

        if (options.Mode is SlackMode.Socket)
        {
            yield return await TestAsync(
                async () => await api.With(options.AppToken).OpenSocketAsync(cancellationToken) is { Url.Length: > 0 }
                    ? "the app-level token opens sockets"
                    : "",
                "Copy an app-level token with connections:write (the app's page, Basic Information) into Slack:AppToken, and switch "
                    + "Socket Mode on there.");
        }
    }

    /// <summary>Calls Slack with a token and reports the answer.</summary>
    public static async Task<Finding> TestAsync(Func<Task<string>> ask, string mend)
    {
        try
        {
            return new Finding.Good(await ask());
        }
        catch (SlackApiException exception)
        {
            return new Finding.Problem($"the token is refused: {exception.Error}", mend);
        }
        catch (PlatformException exception)
        {
            return new Finding.Problem(
                exception.Message,
                "Look whether this machine may reach Slack:ApiBaseUrl, through a proxy perhaps (HTTPS_PROXY).");
        }
    }
}
