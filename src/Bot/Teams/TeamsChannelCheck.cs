using System.Runtime.CompilerServices;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams;

/// <summary>Checks in every tenant that one of the bot's teams has each channel that settings and departments name.</summary>
internal sealed class TeamsChannelCheck(IServiceProvider services) : IChannelCheck
{
    public string Name => "Channels";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The tenants are stored in the database. Before the first start there are none.
        if (!await services.IsDatabaseReadyAsync(cancellationToken))
        {
            yield break;
        }

        await foreach (var finding in RunAtStartAsync(cancellationToken))
        {
            yield return finding;
        }
    }

    public async IAsyncEnumerable<Finding> RunAtStartAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var workspace in await services.GetRequiredService<WorkspaceRegistry>().OfPlatformAsync(
            TeamsPlatform.PlatformName,
            cancellationToken))
        {
            foreach (var channel in await services.GetRequiredService<ConfiguredChannels>().GetAllAsync(
                workspace.OrganisationId,
                cancellationToken))
            {
                yield return await LookAtAsync(workspace, channel, cancellationToken);
            }
        }
    }

    private async Task<Finding> LookAtAsync(Workspace workspace, string channel, CancellationToken cancellationToken)
    {
        var conversations = services.GetRequiredService<TeamsConversationResolver>();
        try
        {
            return await conversations.HasChannelAsync(workspace, channel, cancellationToken)
                ? new Finding.Good($"{channel} is there in {workspace.Name}")
                : new Finding.Problem(
                    $"{workspace.Name}: {conversations.NoChannel(channel)}",
                    "Then new messages appear there; what was given up before is not posted again.");
        }
        catch (Exception exception) when (exception is ConnectorException or PlatformException)
        {
            return new Finding.Note($"{channel} in {workspace.Name} could not be looked at: {exception.Message}");
        }
    }
}
