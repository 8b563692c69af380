using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack;

/// <summary>Whether Slack takes the bot token, and whether the kudos channel is one that the bot can post to.</summary>
internal sealed class SlackCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Slack";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var token = await TestAsync(cancellationToken);
        yield return token;
        if (token is Finding.Good && services.GetRequiredService<IOptions<OrganisationOptions>>().Value.KudosChannel is { Length: > 0 } channel)
        {
            yield return await LookAtAsync(channel, cancellationToken);
        }
    }

    private async Task<Finding> LookAtAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            if (await services.GetRequiredService<SlackConversations>().OfChannelAsync(channel, cancellationToken) is not { } id)
            {
                return Trouble(channel, "channel_not_found");
            }

            var found = await services.GetRequiredService<SlackApiClient>().ReadConversationAsync(id, cancellationToken);
            return found.Channel is { IsArchived: true } ? Trouble(channel, "is_archived") : new Finding.Good($"the channel {channel} is there");
        }
        catch (SlackApiException exception)
        {
            return SlackChannelTrouble.Of(channel, exception.Error) is null ? new Finding.Note($"the channel {channel} could not be looked at: {exception.Message}") : Trouble(channel, exception.Error);
        }
        catch (PlatformException exception)
        {
            return new Finding.Note($"the channel {channel} could not be looked at: {exception.Message}");
        }
    }

    private static Finding.Problem Trouble(string channel, string error) =>
        new(SlackChannelTrouble.Of(channel, error)!, "Then new thanks appear there; what was given up before is not posted again.");

    private async Task<Finding> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var us = await services.GetRequiredService<SlackApiClient>().TestAuthAsync(cancellationToken);
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
