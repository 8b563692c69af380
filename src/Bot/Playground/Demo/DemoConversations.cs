using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>Creates the channel messages of the last days. Their thanks are also in the ledger, so visitors can second them.</summary>
internal sealed class DemoConversations(DemoData data, DemoPeople cast, DemoHistory history, DemoRandom dice, DateTimeOffset start)
{
    public void AddTo(RelateDbContext context, ILedger ledger, string kudosChannel)
    {
        IReadOnlyList<Visitor> people = [.. cast.Everybody.Select(person => new Visitor(cast.Workspace, person, person.Handle!))];
        foreach (var talk in data.Talks)
        {
            var at = Moment(talk.DaysAgo, talk.Minute);
            context.PlaygroundMessages.Add(Message(dice.Id(at), talk.In, talk.From, PersonMessageRenderer.Draw(talk.Text, people), at));
        }

        foreach (var post in data.Posts)
        {
            AddPost(context, ledger, kudosChannel, post);
        }
    }

    private void AddPost(RelateDbContext context, ILedger ledger, string channel, DemoData.Post post)
    {
        var at = Moment(post.DaysAgo, post.Minute);
        var act = new Act
        {
            Id = dice.Id(at),
            Kind = post.Kind,
            Giver = cast[post.From],
            People = [.. post.To.Where(to => !to.StartsWith('@')).Select(to => cast[to])],
            Departments = [.. post.To.Where(to => to.StartsWith('@')).Select(to => cast.Department(to[1..]))],
            Members = [],
            Note = post.Note,
            Values = [.. post.Values],
            Visibility = Visibility.Public,
            OccurredAt = at,
        };
        foreach (var person in act.People)
        {
            ledger.Record(history.Entry(act.Kind, act.Giver, person, null, at, act.Note, act.Values, act: act.Id));
        }

        foreach (var department in act.Departments)
        {
            ledger.Record(history.Entry(act.Kind, act.Giver, null, department.Id, at, act.Note, act.Values, act: act.Id));
        }

        foreach (var (handle, index) in post.Seconds.Select((handle, index) => (handle, index)))
        {
            ledger.Record(new Seconding
            {
                OrganisationId = cast.Organisation.Id,
                ActId = act.Id,
                PersonId = cast[handle].Id,
                At = at.AddMinutes(3 * (index + 1))
            });
        }

        if (channel.Length > 0)
        {
            AddToChannel(context, channel, act, ThanksMessages.Posted(act, [.. post.Seconds.Select(handle => cast[handle])]));
        }
    }

    /// <summary>Adds a message and its outbox entry, through which it is found when someone seconds it.</summary>
    private void AddToChannel(RelateDbContext context, string channel, Act act, ChatMessage message)
    {
        var posted = Message(dice.Id(act.OccurredAt), channel, author: null, message, act.OccurredAt);
        context.PlaygroundMessages.Add(posted);
        var sent = new OutboxMessage
        {
            Id = posted.Id,
            OrganisationId = posted.OrganisationId,
            WorkspaceId = cast.Workspace.Id,
            Conversation = $"channel:{cast.Workspace.Id:N}:{channel}",
            Operation = OutboxOperation.Post,
            Destination = JsonSerializer.Serialize<Destination>(new Destination.ToChannel(channel), ChatJson.Readable.Destination),
            Content = posted.Content,
            ActId = act.Id,
            Purpose = ThanksNotifier.Posted,
            CreatedAt = act.OccurredAt,
        };
        sent.MarkSent(act.OccurredAt, posted.Conversation, posted.Id.ToString("N"));
        context.Outbox.Add(sent);
    }

    private PlaygroundMessage Message(Guid id, string conversation, string? author, ChatMessage message, DateTimeOffset at) => new()
    {
        Id = id,
        OrganisationId = cast.Organisation.Id,
        Conversation = conversation,
        Author = author,
        Content = JsonSerializer.Serialize(message, ChatJson.Readable.ChatMessage),
        CreatedAt = at,
    };

    private DateTimeOffset Moment(int daysAgo, int minute) =>
        new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero).AddDays(-daysAgo).AddMinutes(minute);
}
