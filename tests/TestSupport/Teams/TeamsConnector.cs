using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Teams;

/// <summary>
/// Handles a call to the connector: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
internal sealed class TeamsConnector(TeamsStandIn standIn, HttpContext context)
{
    public const string Audience = "https://api.botframework.com";

    private const int LargestMessage = 28 * 1024;

    private string operation = "";

    private TeamsTenant Tenant => standIn.Tenant;

    private bool IsTargeted => context.Request.Query["isTargetedActivity"] == "true";

    public async Task AnswerAsync()
    {
        // "/" in an id is sent as %2F and must not separate path segments.
        var parts = context.Request.Path.Value!["/emea/v3/".Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        var (named, answer) = (context.Request.Method, parts) switch
        {
            ("POST", ["conversations"]) => (TeamsOperation.Create, CreateAsync),
            ("POST", ["conversations", var id, "activities"]) => (TeamsOperation.Send, (Func<Task>)(() => SendAsync(id))),
            ("PUT", ["conversations", var id, "activities", var activity]) => (TeamsOperation.Update, () => UpdateAsync(id, activity)),
            ("DELETE", ["conversations", var id, "activities", var activity]) => (TeamsOperation.Delete, () => DeleteAsync(id, activity)),
            ("GET", ["conversations", var id, "pagedmembers"]) => (TeamsOperation.Members, () => ListMembersAsync(id)),
            ("GET", ["conversations", var id, "members", var member]) => (TeamsOperation.Member, () => GetMemberAsync(id, member)),
            ("GET", ["teams", var id, "conversations"]) => (TeamsOperation.Channels, () => ListChannelsAsync(id)),
            _ => ("unknown", () => RefuseAsync(StatusCodes.Status404NotFound, "NotFound")),
        };
        operation = named;
        if (!standIn.IsGood(context.Request.Headers.Authorization, Audience))
            await RefuseAsync(StatusCodes.Status401Unauthorized, "Unauthorized");
        else if (standIn.TakeFault(operation) is { } fault) await RefuseAsync(fault.Status, fault.Code, fault.RetryAfter);
        else await answer();
    }

    private async Task CreateAsync()
    {
        var body = await ReadAsync();
        if (!body.TryGetProperty("bot", out var bot) || bot.GetProperty("id").GetString() != standIn.BotId)
            await RefuseAsync(StatusCodes.Status400BadRequest, "BadArgument");
        else if (body.GetProperty("isGroup").GetBoolean()) await BeginThreadAsync(body);
        else if (body.GetProperty("tenantId").GetString() != Tenant.Id || body.GetProperty("members").GetArrayLength() != 1)
            await RefuseAsync(StatusCodes.Status400BadRequest, "BadArgument");
        else if (Tenant.FindUser(body.GetProperty("members")[0].GetProperty("id").GetString()!) is not { } user)
            await RefuseAsync(StatusCodes.Status404NotFound, "UserNotFound");
        else if (user.HasBlockedBot) await RefuseAsync(StatusCodes.Status403Forbidden, "ConversationBlockedByUser");
        else await ReplyAsync(StatusCodes.Status201Created, new { id = Tenant.AddPersonal(user).Id });
    }

    private async Task BeginThreadAsync(JsonElement body)
    {
        if (Tenant.FindConversation(body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!)
            is not { Type: "channel" } channel)
        {
            await RefuseAsync(StatusCodes.Status404NotFound, "ConversationNotFound");
            return;
        }

        var id = Tenant.NextId();
        var thread = $"{channel.Id};messageid={id}";
        if (await TryReadMessageAsync(body.GetProperty("activity"), thread, id) is { } message)
        {
            Tenant.Put(message);
            await ReplyAsync(StatusCodes.Status201Created, new { id = thread, activityId = id });
        }
    }

    private async Task SendAsync(string conversation)
    {
        if (await MayWriteAsync(conversation) && await TryReadMessageAsync(await ReadAsync(), conversation, Tenant.NextId()) is { } message)
        {
            Tenant.Put(message);
            await ReplyAsync(StatusCodes.Status201Created, new { id = message.Id });
        }
    }

    private async Task UpdateAsync(string conversation, string id)
    {
        if (!await MayWriteAsync(conversation)) return;
        if (Tenant.FindMessage(conversation, id) is not { } known || known.OnlyFor is null == IsTargeted)
            await RefuseAsync(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");
        else if (await TryReadMessageAsync(await ReadAsync(), conversation, id) is { } message)
        {
            Tenant.Put(message with { IsEdited = true });
            await ReplyAsync(StatusCodes.Status200OK, new { id });
        }
    }

    private async Task DeleteAsync(string conversation, string id)
    {
        if (standIn.CannotDelete) await RefuseAsync(StatusCodes.Status501NotImplemented, "NotImplemented");
        else if (Tenant.FindMessage(conversation, id) is not { } known)
            await RefuseAsync(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");
        else
        {
            Tenant.Put(known with { IsDeleted = true });
            await ReplyAsync(StatusCodes.Status200OK, body: null);
        }
    }

    private async Task ListMembersAsync(string conversation)
    {
        if (Tenant.FindConversation(conversation) is not { } place)
        {
            await RefuseAsync(StatusCodes.Status404NotFound, "ConversationNotFound");
            return;
        }

        var start = int.TryParse(
            context.Request.Query["continuationToken"],
            System.Globalization.CultureInfo.InvariantCulture,
            out var given) ? given : 0;
        var members = place.Members
            .Order(StringComparer.Ordinal)
            .Skip(start)
            .Take(standIn.PageSize)
            .Select(id => Describe(Tenant.FindUser(id)!))
            .ToList();
        var next = start + standIn.PageSize;
        await ReplyAsync(
            StatusCodes.Status200OK,
            new
            {
                members,
                continuationToken = next < place.Members.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null
            });
    }

    private Task GetMemberAsync(string conversation, string id) =>
        Tenant.FindConversation(conversation) is not { } place ? RefuseAsync(StatusCodes.Status404NotFound, "ConversationNotFound")
        : Tenant.FindUser(id) is { } user && place.Members.Contains(user.AadObjectId) ? ReplyAsync(StatusCodes.Status200OK, Describe(user))
        : RefuseAsync(StatusCodes.Status404NotFound, "MemberNotFoundInConversation");

    private Task ListChannelsAsync(string teamId) => Tenant.ChannelsOf(teamId) is [_, ..] channels
        ? ReplyAsync(
            StatusCodes.Status200OK,
            new { conversations = channels.Select(channel => new { id = channel.Id, name = channel.Id == teamId ? null : channel.Name }) })
        : RefuseAsync(StatusCodes.Status404NotFound, "TeamNotFound");

    private static object Describe(TeamsUser user) =>
        new
        {
            id = user.Id,
            name = user.Name,
            aadObjectId = user.AadObjectId,
            email = user.Email,
            userPrincipalName = user.Email,
            userRole = user.UserRole
        };

    private async Task<bool> MayWriteAsync(string conversation)
    {
        if (Tenant.FindConversation(conversation) is not { } place)
        {
            await RefuseAsync(StatusCodes.Status404NotFound, "ConversationNotFound");
            return false;
        }

        if (place.Type is "personal" && Tenant.FindUser(place.Members.Single()) is { HasBlockedBot: true })
        {
            await RefuseAsync(StatusCodes.Status403Forbidden, "MessageWritesBlocked");
            return false;
        }

        return true;
    }

    /// <summary>Null when the call was refused.</summary>
    private async Task<TeamsMessage?> TryReadMessageAsync(JsonElement activity, string conversation, string id)
    {
        var size = Encoding.UTF8.GetByteCount(activity.GetRawText());
        var recipient = activity.TryGetProperty("recipient", out var to) ? to.GetProperty("id").GetString() : null;
        var faults = TeamsCards.FaultsOf(activity).ToList();
        if (size > LargestMessage) await RefuseAsync(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig");
        else if (faults is [var fault, ..]) await RefuseAsync(StatusCodes.Status400BadRequest, $"BadSyntax {fault}");
        else if (IsTargeted
            && (!standIn.KnowsTargetedMessages
                || conversation.StartsWith("a:", StringComparison.Ordinal)
                || recipient is null
                || Tenant.FindUser(recipient) is null))
            await RefuseAsync(StatusCodes.Status400BadRequest, "BadArgument");
        else return new TeamsMessage
        {
            Id = id,
            Conversation = conversation,
            Activity = activity.Clone(),
            OnlyFor = IsTargeted ? recipient : null
        };
        return null;
    }

    private async Task<JsonElement> ReadAsync() => (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;

    private async Task RefuseAsync(int status, string code, int? retryAfter = null)
    {
        if (retryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await ReplyAsync(status, new { error = new { code, message = "The stand-in says no." } });
    }

    private async Task ReplyAsync(int status, object? body)
    {
        context.Response.StatusCode = status;
        standIn.Note(operation, context.Request.Path.Value!, status);
        if (body is not null) await context.Response.WriteAsJsonAsync(body);
    }
}
