using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Checks;

/// <summary>Checks in every workspace that the bot can post to each channel that settings and departments name.</summary>
internal sealed class SlackChannelCheck(IServiceProvider services) : IChannelCheck
{
    public string Name => "Channels";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isReady = await services.IsDatabaseReadyAsync(cancellationToken);
        foreach (var workspace in await WorkspacesAsync(isReady, cancellationToken))
        {
            await foreach (var finding in RunAsync(workspace, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    public async IAsyncEnumerable<Finding> RunAtStartAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var workspace in await services.GetRequiredService<ISlackTeams>().GetServedWorkspacesAsync(cancellationToken))
        {
            await foreach (var finding in RunAsync(workspace, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    private async IAsyncEnumerable<Finding> RunAsync(Workspace workspace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? organisation = workspace.OrganisationId == Guid.Empty ? null : workspace.OrganisationId;
        foreach (var channel in await services.GetRequiredService<ConfiguredChannels>().GetAllAsync(organisation, cancellationToken))
        {
            yield return await LookAtAsync(workspace, channel, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Workspace>> WorkspacesAsync(bool databaseIsReady, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.IsInstallable)
        {
            return await services.GetRequiredService<ISlackTeams>().GetServedWorkspacesAsync(cancellationToken);
        }

        try
        {
            var us = await services.GetRequiredService<SlackApi>().With(options.BotToken).TestAuthAsync(cancellationToken);
            var recorded = databaseIsReady
                ? await services.GetRequiredService<WorkspaceRegistry>().FindAsync(
                    SlackPlatform.PlatformName,
                    us.TeamId,
                    cancellationToken)
                : null;

            // Before the bot's first start no workspace is stored, and no department names a channel.
            return [recorded ?? new Workspace
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
                return Trouble(workspace, channel, SlackErrors.ChannelNotFound)!;
            }

            var found = await services.GetRequiredService<SlackApi>().For(workspace).ReadConversationAsync(id, cancellationToken);
            return found.Channel is { IsArchived: true }
                ? Trouble(workspace, channel, "is_archived")!
                : new Finding.Good($"{channel} is there in {workspace.Name}");
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException)
        {
            return (exception is SlackApiException refusal ? Trouble(workspace, channel, refusal.Error) : null)
                ?? (Finding)new Finding.Note($"{channel} in {workspace.Name} could not be looked at: {exception.Message}");
        }
    }

    /// <summary>Returns null for an error that isn't about the channel.</summary>
    private Finding.Problem? Trouble(Workspace workspace, string channel, string error) =>
        SlackChannelErrors.Of(channel, services.GetRequiredService<ConfiguredChannels>().SettingOf(channel), error) is { } trouble
            ? new Finding.Problem(
                $"{workspace.Name}: {trouble}",
                "Then new messages appear there; what was given up before is not posted again.")
            : null;
}
