using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

/// <summary>
/// 100,000 requests with valid signatures and random content. Slack wouldn't send the broken ones, but reading them must not cause a server
/// error or a failed request.
/// </summary>
public sealed class SlackRandomTests : SlackBotFixture
{
    private const string Form = "application/x-www-form-urlencoded";
    private const int AtOnce = 16;

    private int keys;

    private static readonly string[] doors = ["/slack/commands", "/slack/interactions", "/slack/events"];

    private static readonly Gen<string> piece = Gen.OneOf(
        Gen.Elements(
            "thanks ",
            "kudos ",
            "/thanks",
            "help",
            "relate ",
            "privately ",
            "--private ",
            "for ",
            "and ",
            "@sue",
            "@",
            "#craft ",
            "<@U001>",
            "<!subteam^S1|@it>",
            "<#C1|x>",
            "<",
            ">",
            "|",
            "&amp;",
            "&",
            "`",
            "```",
            "\n",
            "&gt; ",
            "Sent using ",
            "\0",
            "\ud83d",
            "😀",
            "é",
            "עברית",
            "%",
            "=",
            "+",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            "null",
            ":pray:",
            "'; DROP TABLE people; --",
            new string('x', 4000)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Gen<string> text = piece.ListOf().Select(pieces => string.Concat(pieces.Take(12)));

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Organisation:KudosChannel"] = "" };

    [Fact]
    public Task Random_bytes() =>
        SendAllAsync(40_000, Gen.Elements(doors).SelectMany(door => ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => (door, bytes))));

    [Fact]
    public Task Good_requests_with_bytes_changed_left_out_or_doubled() =>
        SendAllAsync(40_000, Sample().SelectMany(sample => Damaged(sample.Body).Select(bytes => (sample.Door, bytes))));

    [Fact]
    public Task Good_requests_with_any_value_in_any_place() =>
        SendAllAsync(10_000, Json().SelectMany(sample => Replaced(sample.Body).Select(node => (sample.Door, Wrap(sample.Door, node)))));

    [Fact]
    public Task Random_words_in_commands_messages_forms_and_buttons() => SendAllAsync(10_000, Spoken());

    /// <summary>Several at once, as they come; each generated from its own number, so that a failure can be seen again.</summary>
    private async Task SendAllAsync(int count, Gen<(string Door, byte[] Body)> requests)
    {
        var samples = requests.Sample(count, size: 30).ToList();
        ConcurrentQueue<string> wrong = [];
        await Parallel.ForEachAsync(samples, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (sample, cancellationToken) =>
        {
            var reply = await Slack.SendAsync(
                sample.Door,
                sample.Door == "/slack/events" ? "application/json" : Form,
                sample.Body,
                cancellationToken: cancellationToken);

            // "Later" is an answer to an event: who reacted has to be asked of Slack, within its limits.
            var isLater = reply.Status is HttpStatusCode.ServiceUnavailable && sample.Door == "/slack/events";
            if (!isLater && reply.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge))
            {
                wrong.Enqueue($"{(int)reply.Status} {sample.Door}: {Encoding.UTF8.GetString(sample.Body)}");
            }
        });

        // A name that was changed may be nobody's; that its message is given up is no fault.
        var errors = Logs
            .Text()
            .Split('\n')
            .Where(line => line.StartsWith("Error ", StringComparison.Ordinal))
            .Where(line => !line.Contains("Gave up on message", StringComparison.Ordinal));
        List<string> all = [.. wrong, .. errors];
        Assert.True(all.Count == 0, $"{all.Count} wrong: {string.Join('\n', all.Take(5))}");
    }

    private static Gen<byte[]> Damaged(byte[] body) =>
        from cut in Gen.Choose(0, body.Length)
        from length in Gen.Choose(0, 8)
        from noise in ArbMap.Default.GeneratorFor<byte[]>()
        from kind in Gen.Choose(0, 3)
        let end = Math.Min(body.Length, cut + length)
        select kind switch
        {
            0 => body[..cut],
            1 => [.. body[..cut], .. noise, .. body[end..]],
            2 => [.. body[..end], .. body[cut..]],
            _ => [.. body[..cut], .. body[end..]],
        };

    /// <summary>One value somewhere in it becomes another: of another type, very long, or missing.</summary>
    private static Gen<JsonNode> Replaced(JsonNode body)
    {
        var places = Places(body, []).ToList();
        return
            from place in Gen.Elements(places.AsEnumerable())
            from words in text
            from value in Gen.Elements<Func<JsonNode?>>(
                () => null,
                () => 7,
                () => -1.5e300,
                () => true,
                () => "",
                () => words,
                () => new JsonArray(),
                () => new JsonObject(),
                () => new JsonArray(words, 7, null),
                () => new JsonObject { [words] = words },
                () => new string('x', 100_000), () => "\ud83d")
            select Replace(body, place, value());
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path) => node switch
    {
        JsonObject properties =>
            properties.SelectMany(property => Places(property.Value, [.. path, property.Key]).Prepend([.. path, property.Key])),
        JsonArray items => items.SelectMany((item, index) => Places(item, [.. path, index]).Prepend([.. path, index])),
        _ => [],
    };

    private static JsonNode Replace(JsonNode body, object[] place, JsonNode? value)
    {
        var copy = body.DeepClone();
        var parent = place[..^1].Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (place[^1] is int last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(string)place[^1]] = value;
        }

        return copy;
    }

    private static byte[] Wrap(string door, JsonNode node) =>
        door == "/slack/events"
            ? JsonSerializer.SerializeToUtf8Bytes(node)
            : Encoding.UTF8.GetBytes($"payload={Uri.EscapeDataString(node.ToJsonString())}");

    private Gen<(string Door, byte[] Body)> Sample() =>
        Json().Select(sample => (sample.Door, Wrap(sample.Door, sample.Body))).Or(Words().SelectMany(words => Command(words)));

    private static Gen<string> Words() => text;

    private Gen<(string Door, byte[] Body)> Spoken() => text.SelectMany(words => Gen.OneOf(
        Command(words),
        Gen.Constant(("/slack/events", Wrap("/slack/events", Message(words)))),
        Gen.Constant(("/slack/interactions", Wrap("/slack/interactions", Tap(words)))),
        Gen.Constant(("/slack/interactions", Wrap("/slack/interactions", MessageShortcut(words)))),
        Gen.Constant(("/slack/interactions", Wrap("/slack/interactions", Submission(words))))));

    private Gen<(string Door, byte[] Body)> Command(string words) =>
        Gen.Elements("/thanks", "/kudos", "/relate", "/what").Select(command => (
        "/slack/commands", Encoding.UTF8.GetBytes(
            $"command={Uri.EscapeDataString(command)}&text={Escape(
                words)}&team_id={Workspace.Id}&user_id={Mark.Id}&user_name=mark&channel_id={General.Id}&trigger_id={NewKey()}")));

    private Gen<(string Door, JsonNode Body)> Json() => text.SelectMany(words => Gen.Elements<(string, JsonNode)>(
        ("/slack/events", Message(words)), ("/slack/events", Event(new JsonObject
        {
            ["type"] = "reaction_added",
            ["user"] = Mark.Id,
            ["reaction"] = "pray",
            ["item_user"] = Sue.Id,
            ["event_ts"] = "1795000000.000100",
            ["item"] = new JsonObject
            {
                ["type"] = "message",
                ["channel"] = General.Id,
                ["ts"] = "1795000000.000100",
                ["channel_type"] = "channel"
            },
        })),
        (
            "/slack/events",
            Event(new JsonObject
            {
                ["type"] = "app_home_opened",
                ["user"] = Mark.Id,
                ["channel"] = "D1",
                ["tab"] = "home",
                ["event_ts"] = "1.1"
            })),
        ("/slack/interactions", Tap(words)), ("/slack/interactions", MessageShortcut(words)), ("/slack/interactions", Submission(words))));

    private JsonNode Message(string words) => Event(new JsonObject
    {
        ["type"] = "message",
        ["channel_type"] = "im",
        ["user"] = Mark.Id,
        ["channel"] = "D1",
        ["ts"] = NewKey(),
        ["text"] = words,
        ["team"] = Workspace.Id,
        ["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "rich_text_section",
                    ["elements"] = new JsonArray(
                        new JsonObject { ["type"] = "text", ["text"] = words },
                        new JsonObject { ["type"] = "user", ["user_id"] = Sue.Id })
                },
                new JsonObject
                {
                    ["type"] = "rich_text_quote",
                    ["elements"] = new JsonArray(new JsonObject
                    {
                        ["type"] = "text",
                        ["text"] = words,
                        ["style"] = new JsonObject { ["code"] = true }
                    })
                }),
        }),
    });

    private JsonObject Event(JsonObject happening) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = Workspace.Id,
        ["event_id"] = NewKey(),
        ["is_ext_shared_channel"] = false,
        ["event"] = happening,
    };

    private JsonObject Interaction(string type) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = Workspace.Id },
        ["user"] = new JsonObject { ["id"] = Mark.Id, ["name"] = "mark", ["team_id"] = Workspace.Id },
        ["trigger_id"] = NewKey(), ["channel"] = new JsonObject { ["id"] = General.Id },
    };

    private JsonNode Tap(string words)
    {
        var payload = Interaction("block_actions");
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = words.Length % 2 == 0 ? "home.turn" : "thanks.choose",
            ["value"] = words
        });
        payload["view"] = new JsonObject { ["id"] = "V1", ["type"] = "home" };
        return payload;
    }

    private JsonNode MessageShortcut(string words)
    {
        var payload = Interaction("message_action");
        payload["callback_id"] = "thank_for_this";
        payload["message"] = new JsonObject { ["user"] = Sue.Id, ["text"] = words, ["ts"] = "1795000000.000100", ["team"] = Workspace.Id };
        return payload;
    }

    private JsonNode Submission(string words)
    {
        var payload = Interaction("view_submission");
        payload["view"] = new JsonObject
        {
            ["id"] = "V1", ["type"] = "modal", ["callback_id"] = "thanks.give", ["private_metadata"] = words,
            ["state"] = new JsonObject
            {
                ["values"] = new JsonObject
                {
                    ["note"] = new JsonObject
                    {
                        ["answer"] = new JsonObject
                        {
                            ["type"] = "plain_text_input",
                            ["value"] = words
                        }
                    }
                }
            },
        };
        return payload;
    }

    private string NewKey() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref keys)}.000100");

    /// <summary>As a form has it; half a surrogate pair has no form in UTF-8.</summary>
    private static string Escape(string words) => Uri.EscapeDataString(new string([.. words.Where(letter => !char.IsSurrogate(letter))]));
}
