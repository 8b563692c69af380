using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack;

/// <summary>Whether Slack takes the bot token.</summary>
internal sealed class SlackCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Slack";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await TestAsync(cancellationToken);
    }

    private async Task<Finding> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var us = await services.GetRequiredService<SlackApi>().With(services.GetRequiredService<IOptions<SlackOptions>>().Value.BotToken).TestAuthAsync(cancellationToken);
            return new Finding.Good($"the token is good for the team {us.Team} ({us.TeamId})");
        }
        catch (SlackApiException exception)
        {
            return new Finding.Problem(
                $"the token is refused: {exception.Error}", "Copy the Bot User OAuth Token (the app's page, OAuth & Permissions) into Slack:BotToken; install the app to the workspace if there is none.");
        }
        catch (PlatformException exception)
        {
            return new Finding.Problem(exception.Message, "Look whether this machine may reach Slack:ApiBaseUrl, through a proxy perhaps (HTTPS_PROXY).");
        }
    }
}
