using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary>The digest as pages in the browser.</summary>
public interface IDashboardLinks
{
    /// <summary>
    /// A link that lets the sender in once, for a short time; what it needs is committed with the command. Null while nobody has said at
    /// which address people reach the pages. Without a period: the latest month.
    /// </summary>
    (Uri Link, DateTimeOffset Until)? CreateLink(ChatContext context, Period? period, Department? department);
}
