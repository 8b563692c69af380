using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Checks;

/// <summary>Checks in every workspace that the bot can post to the kudos channel.</summary>
internal sealed class SlackChannelCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Kudos channel";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<OrganisationOptions>>().Value.KudosChannel is not { Length: > 0 } channel)
        {
            yield break;
        }

        foreach (var workspace in await WorkspacesAsync(cancellationToken))
        {
            yield return await LookAtAsync(workspace, channel, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Workspace>> WorkspacesAsync(CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.IsInstallable)
        {
            return await services.GetRequiredService<ISlackTeams>().GetServedWorkspacesAsync(cancellationToken);
        }

        try
        {
            // No workspace is stored before the bot's first start.
            var us = await services.GetRequiredService<SlackApi>().With(options.BotToken).TestAuthAsync(cancellationToken);
            return [new Workspace
            {
                Id = Guid.Empty,
                OrganisationId = Guid.Empty,
                Platform = SlackPlatform.PlatformName,
                ExternalId = us.TeamId,
                Name = us.Team
            }];
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException)
        {
            // Another check reports problems with the token.
            return [];
        }
    }

    private async Task<Finding> LookAtAsync(Workspace workspace, string channel, CancellationToken cancellationToken)
    {
        try
        {
            if (await services.GetRequiredService<SlackConversationResolver>().FindChannelAsync(workspace, channel, cancellationToken)
                is not { } id)
            {
                return Trouble(workspace, channel, SlackErrors.ChannelNotFound);
            }

            var found = await services.GetRequiredService<SlackApi>().For(workspace).ReadConversationAsync(id, cancellationToken);
            return found.Channel is { IsArchived: true }
                ? Trouble(workspace, channel, "is_archived")
                : new Finding.Good($"{channel} is there in {workspace.Name}");
        }
        catch (SlackApiException exception) when (SlackChannelErrors.Of(channel, exception.Error) is not null)
        {
            return Trouble(workspace, channel, exception.Error);
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException)
        {
            return new Finding.Note($"{channel} in {workspace.Name} could not be looked at: {exception.Message}");
        }
    }

    private static Finding.Problem Trouble(Workspace workspace, string channel, string error) =>
        new(
            $"{workspace.Name}: {SlackChannelErrors.Of(channel, error)}",
            "Then new thanks appear there; what was given up before is not posted again.");
}
