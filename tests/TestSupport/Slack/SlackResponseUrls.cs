using System.Collections.Concurrent;
using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>The response_urls of a workspace.</summary>
public sealed class SlackResponseUrls
{
    private readonly SlackWorkspace workspace;
    private readonly ConcurrentDictionary<string, SlackResponseUrl> urls = new(StringComparer.Ordinal);
    private long minted;

    internal SlackResponseUrls(SlackWorkspace workspace) => this.workspace = workspace;

    /// <summary>
    /// Creates the response_url of an interaction. <paramref name="original"/> is the message that it can replace or delete.
    /// </summary>
    public SlackResponseUrl Mint(SlackUser user, SlackChannel channel, SlackMessage? original = null)
    {
        var now = workspace.Clock.Now;
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{workspace.Id}-{Interlocked.Increment(ref minted)}-{Guid.CreateVersion7(now):N}");
        var url = new SlackResponseUrl
        {
            Id = id,
            Url = new Uri(workspace.StandIn.BaseUrl, "response/" + id),
            ChannelId = channel.Id,
            UserId = user.Id,
            MintedAt = now,
            Original = original,
            Workspace = workspace,
        };
        return urls[id] = url;
    }

    internal SlackResponseUrl? Find(string id) => urls.GetValueOrDefault(id);
}
