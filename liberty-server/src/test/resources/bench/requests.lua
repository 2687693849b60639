-- Sends the requests of a file in random order and looks at every answer.
-- Arguments: the file, with method, path, cookie and body in each line, parted by tabs; what each answer's body holds.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  expected = args[2]
  wrong = 0
  prepared = {}
  for line in io.lines(args[1]) do
    local method, path, cookie, body = line:match("^(.-)\t(.-)\t(.-)\t(.-)$")
    local headers = {}
    if cookie ~= "" then
      headers["Cookie"] = cookie
    end
    if body == "" then
      body = nil
    else
      headers["Content-Type"] = "application/json"
    end
    table.insert(prepared, wrk.format(method, path, headers, body))
  end
  math.randomseed(os.time())
end

function request()
  return prepared[math.random(#prepared)]
end

function response(status, headers, body)
  if status ~= 200 or not body:find(expected, 1, true) then
    wrong = wrong + 1
    if wrong == 1 then
      io.write("first wrong answer: " .. status .. " " .. body:sub(1, 300) .. "\n")
    end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout
  for _, thread in ipairs(threads) do
    failed = failed + thread:get("wrong")
  end
  io.write(string.format("result %d %d %d %d %d\n", summary.requests, failed, summary.duration,
      latency:percentile(50), latency:percentile(99)))
end
