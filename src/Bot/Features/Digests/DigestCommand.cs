using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary><c>/relate digest [@department] [last month|last week|weekly|monthly|off]</c>, for those who may (<see cref="DigestRights"/>).</summary>
public sealed class DigestCommand(
    DigestRights rights, DigestBook book, DigestRules rules, IDigestSource source, IDigestSubscriptions subscriptions, IDirectory directory, SentenceParser parser, PeoplesDays days, TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var access = await rights.OfAsync(context, cancellationToken);
        if (Refusal(access) is { } refusal)
        {
            return new ChatReply.Answer(refusal);
        }

        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.Unclear(unclear));
        }

        var scope = sentence.Receivers.OfType<Receiver.Department>().FirstOrDefault() is { } named
            ? (await directory.DepartmentsAsync([named.Id], cancellationToken))[0] : access.Widest;
        if (sentence.Receivers.Length > 1 || sentence.Receivers.Any(receiver => receiver is not Receiver.Department))
        {
            return new ChatReply.Answer(DigestNotices.Usage());
        }

        return new ChatReply.Answer(sentence.Note.Trim().ToLowerInvariant() switch
        {
            "" or "last month" => await ShowAsync(context, access, scope, DigestRhythm.Monthly, cancellationToken),
            "last week" => await ShowAsync(context, access, scope, DigestRhythm.Weekly, cancellationToken),
            "weekly" => await SubscribeAsync(context, DigestRhythm.Weekly, cancellationToken),
            "monthly" => await SubscribeAsync(context, DigestRhythm.Monthly, cancellationToken),
            "off" => await SubscribeAsync(context, DigestRhythm.Off, cancellationToken),
            _ => DigestNotices.Usage(),
        });
    }

    /// <summary>A tap under a digest.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        var access = await rights.OfAsync(context, cancellationToken);
        if (Refusal(access) is { } refusal)
        {
            return new ChatReply.Answer(refusal);
        }

        if (!DigestButtons.TryRead(action.Value, out var rhythm, out var departmentId))
        {
            return new ChatReply.Answer(DigestNotices.Usage());
        }

        if (action.Name == DigestButtons.SubscribeAction)
        {
            return new ChatReply.Answer(await SubscribeAsync(context, rhythm, cancellationToken));
        }

        var scope = departmentId is { } id && await directory.DepartmentsAsync([id], cancellationToken) is [var department] ? department : access.Widest;
        return new ChatReply.Answer(await ShowAsync(context, access, scope, rhythm, cancellationToken));
    }

    private static ChatMessage? Refusal(DigestAccess access) => access.IsNone ? DigestNotices.NotForYou() : access.IsUnsure ? DigestNotices.Unsure() : null;

    private async Task<ChatMessage> ShowAsync(ChatContext context, DigestAccess access, Department? scope, DigestRhythm rhythm, CancellationToken cancellationToken)
    {
        if (scope is not null && !access.Allows(scope))
        {
            return DigestNotices.NotYourDepartment(scope);
        }

        if (await book.TodayAsync(clock.GetUtcNow(), cancellationToken) is not { } today)
        {
            return DigestNotices.StillCounting();
        }

        var digest = await book.WriteAsync(DigestSubscription.Latest(rhythm, today), scope, rules, cancellationToken);
        var chosen = (await subscriptions.OfAsync(context.Sender.Id, cancellationToken))?.Rhythm ?? DigestRhythm.Off;
        return ChatMessage.Of([.. DigestMessages.Whole(digest), DigestButtons.Under(rhythm, scope, chosen)]);
    }

    private async Task<ChatMessage> SubscribeAsync(ChatContext context, DigestRhythm rhythm, CancellationToken cancellationToken)
    {
        var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
        if (await subscriptions.OfAsync(context.Sender.Id, cancellationToken) is not { } subscription)
        {
            subscription = new DigestSubscription { OrganisationId = context.Sender.OrganisationId, PersonId = context.Sender.Id, WorkspaceId = context.Workspace.Id };
            subscriptions.Add(subscription);
        }

        subscription.WorkspaceId = context.Workspace.Id;
        var own = days.Of(context.Sender);
        subscription.Choose(rhythm, clock.GetUtcNow(), zone, own);
        return DigestNotices.Chosen(subscription, own.Zone);
    }
}
