using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Makes links to the digest in the browser.</summary>
public interface IDashboardLinks
{
    /// <summary>Makes a link that lets the sender in once, for a short time. It becomes valid when the command is committed.</summary>
    /// <param name="context">The sender and their workspace.</param>
    /// <param name="period">The days to show; null for the latest month.</param>
    /// <param name="department">The department to show; null for the widest digest that the sender may read.</param>
    /// <returns>The link and when it expires (UTC); null when no public address is configured.</returns>
    (Uri Link, DateTimeOffset Until)? CreateLink(ChatContext context, Period? period, Department? department);
}
