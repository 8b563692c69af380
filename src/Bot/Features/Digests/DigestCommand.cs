using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// <c>/relate digest [@department] [last month|last week|weekly|monthly|off]</c>, for people who may read it (see <see
/// cref="DigestAccessResolver"/>).
/// </summary>
public sealed class DigestCommand(
    DigestAccessResolver accessResolver,
    DigestReader reader,
    DigestRules rules,
    IDigestSource source,
    IDigestSubscriptionStore subscriptions,
    IPeopleDirectory directory,
    SentenceParser parser,
    WorkCalendars calendars,
    TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var access = await accessResolver.GetAccessAsync(context, cancellationToken);
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
            ? (await directory.GetDepartmentsAsync([named.Id], cancellationToken))[0] : access.Widest;
        if (sentence.Receivers.Length > 1 || sentence.Receivers.Any(receiver => receiver is not Receiver.Department))
        {
            return new ChatReply.Answer(DigestReplies.Usage());
        }

        return new ChatReply.Answer(sentence.Note.Trim().ToLowerInvariant() switch
        {
            "" or "last month" => await ShowAsync(context, access, scope, DigestFrequency.Monthly, cancellationToken),
            "last week" => await ShowAsync(context, access, scope, DigestFrequency.Weekly, cancellationToken),
            "weekly" => await SubscribeAsync(context, DigestFrequency.Weekly, cancellationToken),
            "monthly" => await SubscribeAsync(context, DigestFrequency.Monthly, cancellationToken),
            "off" => await SubscribeAsync(context, DigestFrequency.Off, cancellationToken),
            _ => DigestReplies.Usage(),
        });
    }

    /// <summary>Handles a tap under a digest.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        var access = await accessResolver.GetAccessAsync(context, cancellationToken);
        if (Refusal(access) is { } refusal)
        {
            return new ChatReply.Answer(refusal);
        }

        if (!DigestButtons.TryRead(action.Value, out var frequency, out var departmentId))
        {
            return new ChatReply.Answer(DigestReplies.Usage());
        }

        if (action.Name == DigestButtons.SubscribeAction)
        {
            return new ChatReply.Answer(await SubscribeAsync(context, frequency, cancellationToken));
        }

        var scope = departmentId is { } id && await directory.GetDepartmentsAsync([id], cancellationToken) is [var department]
            ? department
            : access.Widest;
        return new ChatReply.Answer(await ShowAsync(context, access, scope, frequency, cancellationToken));
    }

    private static ChatMessage? Refusal(DigestAccess access) =>
        access.IsNone ? DigestReplies.NotForYou() : access.IsUnsure ? DigestReplies.Unsure() : null;

    private async Task<ChatMessage> ShowAsync(
        ChatContext context,
        DigestAccess access,
        Department? scope,
        DigestFrequency frequency,
        CancellationToken cancellationToken)
    {
        if (scope is not null && !access.Allows(scope))
        {
            return DigestReplies.NotYourDepartment(scope);
        }

        if (await reader.TodayAsync(clock.GetUtcNow(), cancellationToken) is not { } today)
        {
            return DigestReplies.StillCounting();
        }

        var digest = await reader.ReadAsync(DigestSubscription.Latest(frequency, today), scope, rules, cancellationToken);
        var chosen = (await subscriptions.FindByPersonAsync(context.Sender.Id, cancellationToken))?.Rhythm ?? DigestFrequency.Off;
        return ChatMessage.Of([.. DigestMessages.Whole(digest), DigestButtons.Under(frequency, scope, chosen)]);
    }

    private async Task<ChatMessage> SubscribeAsync(ChatContext context, DigestFrequency frequency, CancellationToken cancellationToken)
    {
        var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
        if (await subscriptions.FindByPersonAsync(context.Sender.Id, cancellationToken) is not { } subscription)
        {
            subscription = new DigestSubscription
            {
                OrganisationId = context.Sender.OrganisationId,
                PersonId = context.Sender.Id,
                WorkspaceId = context.Workspace.Id
            };
            subscriptions.Add(subscription);
        }

        subscription.WorkspaceId = context.Workspace.Id;
        var own = calendars.For(context.Sender);
        subscription.Choose(frequency, clock.GetUtcNow(), zone, own);
        return DigestReplies.Chosen(subscription, own.Zone);
    }
}
