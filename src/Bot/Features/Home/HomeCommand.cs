using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A person's home page: opened, turned to another page, or drawn anew because something changed.</summary>
public sealed class HomeCommand(IEnumerable<IHomeSection> sections, HomePageUsage visits)
{
    /// <summary>Somebody looks at theirs; from now on it is kept up to date.</summary>
    public async Task<ChatReply> OpenAsync(ChatContext context, CancellationToken cancellationToken)
    {
        await visits.OpenedAsync(context.Workspace, context.Sender, cancellationToken);
        return new ChatReply.ShowHome(await RenderAsync(context.Sender, HomePagination.First, cancellationToken));
    }

    /// <summary>A tap on a button that turns to another page.</summary>
    public async Task<ChatReply> TurnPageAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        new ChatReply.ShowHome(await RenderAsync(context.Sender, HomePagination.Decode(action.Value), cancellationToken));

    /// <summary>What stands on it now.</summary>
    public async Task<ChatHome> RenderAsync(Person person, HomePagination pagination, CancellationToken cancellationToken)
    {
        List<ChatSection> drawn = [HomeMessages.Welcome()];
        foreach (var section in sections)
        {
            if (await section.RenderAsync(person, pagination, cancellationToken) is { } shown)
            {
                drawn.Add(shown);
            }
        }

        return new ChatHome([.. drawn]);
    }
}
