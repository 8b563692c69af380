using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>A person's home page: opens it, shows another page of a section, and renders it after a change.</summary>
public sealed class HomeCommand(IEnumerable<IHomeSection> sections, HomePageUsage visits)
{
    /// <summary>Handles a person opening their home page. From now on it is kept up to date.</summary>
    public async Task<ChatReply> OpenAsync(ChatContext context, CancellationToken cancellationToken)
    {
        await visits.OpenedAsync(context.Workspace, context.Sender, cancellationToken);
        return new ChatReply.ShowHome(await RenderAsync(context.Sender, HomePagination.First, cancellationToken));
    }

    /// <summary>Handles a tap on a button that shows another page.</summary>
    public async Task<ChatReply> TurnPageAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        new ChatReply.ShowHome(await RenderAsync(context.Sender, HomePagination.Decode(action.Value), cancellationToken));

    /// <summary>Renders the current content.</summary>
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
